using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>A filter with its values read as the dimension's type; makes the condition for whatever value a fact has of it.</summary>
internal sealed class FilterTest
{
    private readonly Filter filter;
    private readonly IReadOnlyList<SqlExpr?> values;

    private FilterTest(Filter filter, IReadOnlyList<SqlExpr?> values, bool byDay) => (this.filter, this.values, ByDay) = (filter, values, byDay);

    /// <summary>Whether a point in time is compared by its day.</summary>
    public bool ByDay { get; }

    /// <summary>Whether only one value of the dimension can pass.</summary>
    public bool IsSingle => filter.Operator is FilterOperator.Equal || filter is { Operator: FilterOperator.In, Values.Count: 1 };

    public static FilterTest? Of(Filter filter, Dimension dimension, PlanContext context, List<Diagnostic> problems)
    {
        if (filter.Operator == FilterOperator.Contains && dimension.Type != ColumnType.Text)
        {
            problems.Add(RequestRules.BadFilterValue.Here(dimension.Id, filter.Values.Count > 0 ? filter.Values[0] : "", Kind(dimension), "Use 'contains' for texts only."));
            return null;
        }

        var read = new List<SqlExpr?>();
        foreach (var value in filter.Values)
        {
            var constant = value is null ? null : Read(value, dimension, context);
            if (value is not null && constant is null)
            {
                problems.Add(RequestRules.BadFilterValue.Here(dimension.Id, value, Kind(dimension), Example(dimension)));
                return null;
            }

            read.Add(constant);
        }

        return new FilterTest(filter, read, filter.Values.All(v => v is null || Day(v) is not null));
    }

    public SqlExpr Condition(SqlExpr value)
    {
        var given = values.OfType<SqlExpr>().ToList();
        var missing = values.Any(v => v is null);
        return filter.Operator switch
        {
            FilterOperator.Equal => missing ? new SqlIsNull(value) : new SqlBinary(SqlOperator.Equal, value, given[0]),
            FilterOperator.NotEqual => missing ? new SqlIsNull(value, Negated: true) : new SqlBinary(SqlOperator.DiffersFrom, value, given[0]),
            FilterOperator.In => AnyOf(value, given, missing),
            FilterOperator.NotIn => new SqlIsNotTrue(AnyOf(value, given, missing)),
            FilterOperator.Contains => SqlFunctions.ContainsText(value, given[0]),
            FilterOperator.Greater => new SqlBinary(SqlOperator.Greater, value, given[0]),
            FilterOperator.GreaterOrEqual => new SqlBinary(SqlOperator.GreaterOrEqual, value, given[0]),
            FilterOperator.Less => new SqlBinary(SqlOperator.Less, value, given[0]),
            _ => new SqlBinary(SqlOperator.LessOrEqual, value, given[0]),
        };
    }

    private static SqlExpr AnyOf(SqlExpr value, List<SqlExpr> given, bool missing)
    {
        SqlExpr? listed = given.Count == 0 ? null : new SqlIn(value, given);
        SqlExpr? none = missing ? new SqlIsNull(value) : null;
        return (listed, none) switch
        {
            ({ } one, { } other) => new SqlBinary(SqlOperator.Or, one, other),
            (null, { } other) => other,
            ({ } one, null) => one,
            _ => new SqlConstant(false),
        };
    }

    private static SqlExpr? Read(string text, Dimension dimension, PlanContext context)
    {
        if (dimension.Grain is { } grain)
        {
            return GroupStart(text, context) is { } day ? new SqlConstant(grain.Start(day, context.Settings.WeekStart)) : null;
        }

        return dimension.Type switch
        {
            ColumnType.Text => new SqlParameter(text),
            ColumnType.Flag => Flag(text) is { } flag ? new SqlConstant(flag) : null,
            ColumnType.Date => Day(text) is { } day ? new SqlConstant(day) : null,
            ColumnType.Timestamp => Day(text) is { } day ? new SqlConstant(day)
                : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new SqlConstant(time) : null,
            _ => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new SqlConstant(number) : null,
        };
    }

    private static DateOnly? GroupStart(string text, PlanContext context)
    {
        try
        {
            return PeriodParser.Parse(text, context.Settings.Today, context.Settings.WeekStart).From;
        }
        catch (MeritException)
        {
            return null;
        }
    }

    private static bool? Flag(string text) => text.ToLowerInvariant() switch { "true" or "yes" or "1" => true, "false" or "no" or "0" => false, _ => null };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Kind(Dimension dimension) => dimension.Type switch
    {
        ColumnType.Text => "a text",
        ColumnType.Flag => "yes or no",
        ColumnType.Date or ColumnType.Timestamp => "a time",
        _ => "a number",
    };

    private static string Example(Dimension dimension) => dimension switch
    {
        { Grain: { } grain } => $"Write a {grain.ToString().ToLowerInvariant()} such as {grain.Name(grain.Start(new DateOnly(2025, 3, 5), DayOfWeek.Monday))}.",
        { Type: ColumnType.Flag } => "Write true or false.",
        { Type: ColumnType.Date or ColumnType.Timestamp } => "Write a day such as 2025-03-05.",
        _ => "Write a number such as 80 or 0.25, without separators or signs of currency.",
    };
}
