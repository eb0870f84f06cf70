using System.Data.Common;
using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>Rows of one table, of which a model sees some columns: what <c>Rows(orders.account_id, orders.amount)</c> is. Immutable: each call gives a narrower one.</summary>
/// <typeparam name="TRow">A row: the value of the column, or a tuple of them.</typeparam>
public sealed class RowSet<TRow>
{
    internal RowSet(IReadOnlyList<(RowNode Node, Type Type)> columns, Func<DbDataReader, TRow> read) => (Columns, Read) = (columns, read);

    internal IReadOnlyList<(RowNode Node, Type Type)> Columns { get; }

    internal IReadOnlyList<Condition> Conditions { get; private init; } = [];

    internal Func<DbDataReader, TRow> Read { get; }

    /// <summary>Keeps the rows for which the condition holds.</summary>
    public RowSet<TRow> Where(Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new RowSet<TRow>(Columns, Read) { Conditions = [.. Conditions, new Condition(condition.Node, new Place(file, line))] };
    }
}
