using System.Globalization;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>The statements of a model's input.</summary>
internal static class ModelQuery
{
    public static ModelPlan Of(ModelDefinition model, PlanContext context)
    {
        var rows = new FactRows(model.Reads, context);
        var values = new RowValues(model.Reads, rows, context);
        var columns = model.Inputs.Select((input, i) => new SqlOutput(Value(input.Type, values.Of(input.Node), context), "c" + (i + 1).ToString(CultureInfo.InvariantCulture))).ToList();
        var where = SqlExpr.All(model.Conditions.Select(c => values.Of(c.Node)));
        var named = columns.ConvertAll(c => (SqlExpr)new SqlColumn(null, c.Name ?? ""));
        var input = new SqlSubquery(new SqlSelect { Columns = columns, From = rows.Source, Joins = rows.Joins, Where = where });

        // A statement without an order gives its rows in any, and what a model makes of them must not depend on it.
        var (text, parameters) = SqlWriter.Write(new SqlSelect { Columns = [SqlOutput.Everything], From = input, OrderBy = named });
        var (content, contentParameters) = SqlWriter.Write(new SqlSelect { Columns = [new SqlOutput(SqlFunctions.ContentOf(named), "content")], From = input });
        return new ModelPlan(text, parameters, content, contentParameters, IsLoaded(model, context));
    }

    private static bool IsLoaded(ModelDefinition model, PlanContext context) => context.Schema.Table(model.Reads) is { Loaded: true } table
        && model.Inputs.SelectMany(i => i.Node.Columns).Concat(model.Conditions.SelectMany(c => NeededColumns.Of(c.Node))).All(c => table.Column(c.Name) is { Loaded: true });

    // As C# takes them: times as the workspace's clocks show them, numbers as wide as C# has them.
    private static SqlExpr Value(Type taken, SqlExpr value, PlanContext context) => (Nullable.GetUnderlyingType(taken) ?? taken) switch
    {
        var t when t == typeof(DateTime) => context.Functions.LocalTime(value),
        var t when t == typeof(double) => SqlFunctions.ToNumber(value),
        var t when t == typeof(long) => new SqlCast(value, SqlType.Integer),
        _ => value,
    };
}
