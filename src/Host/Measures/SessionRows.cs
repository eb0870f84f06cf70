using System.Data.Common;
using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Language;

namespace Merit.Host.Measures;

/// <summary>Asks one session, each time anew, since what is in it may still change.</summary>
internal sealed class SessionRows(Session session) : IRowSource
{
    private IReadOnlyList<FunctionDefinition> _functions = [];

    public void Use(IReadOnlyList<FunctionDefinition> functions)
    {
        if (!ReferenceEquals(functions, _functions))
        {
            session.Add(functions);
            _functions = functions;
        }
    }

    public IReadOnlyList<object?[]> Rows(string sql, IReadOnlyList<object?> parameters) => session.Query(sql, Values, [.. parameters]);

    private static object?[] Values(DbDataReader row)
    {
        var values = new object?[row.FieldCount];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
        }

        return values;
    }
}
