using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>The columns of the rows kept of one source, as the source changes them.</summary>
/// <param name="session">The draft.</param>
/// <param name="source">The source.</param>
/// <param name="former">What the former version kept of it; null where it was read from the beginning.</param>
/// <param name="table">The table of its rows.</param>
/// <param name="findings">Where changes are told.</param>
internal sealed class KeptColumns(Session session, Source source, KeptSource? former, string table, List<Diagnostic> findings)
{
    /// <summary>Makes them fit those of changes. New columns are added, other types become one that holds both, missing ones stay without value: each is told, except in a first read.</summary>
    public IReadOnlyList<StagedColumn> Fit(IReadOnlyList<StagedColumn> kept, ChangeStage changes)
    {
        if (changes.Key.FirstOrDefault(k => !changes.Columns.Any(c => Same(c.Name, k))) is { } missing)
        {
            throw new InvalidOperationException($"its rows have no column '{missing}', which it names as key");
        }

        if (kept.Count == 0)
        {
            session.Execute($"CREATE TABLE {table} ({string.Join(", ", changes.Columns.Select(c => $"{SqlText.Name(c.Name)} {c.Type}"))})");
            return changes.Columns;
        }

        List<StagedColumn> columns = [.. kept];
        foreach (var given in changes.Columns)
        {
            var at = columns.FindIndex(c => Same(c.Name, given.Name));
            if (at < 0)
            {
                session.Execute($"ALTER TABLE {table} ADD COLUMN {SqlText.Name(given.Name)} {given.Type}");
                columns.Add(given);
                Tell(given.Name, () => LoadRules.ColumnAdded.At(source.At, source.Name, given.Name));
            }
            else if (!string.Equals(columns[at].Type, given.Type, StringComparison.Ordinal) && HasValues(changes, given.Name))
            {
                columns[at] = Widen(columns[at], given, changes.Key);
            }
        }

        foreach (var gone in columns.Where(c => changes.Count > 0 && !changes.Columns.Any(g => Same(g.Name, c.Name))))
        {
            Tell(gone.Name, () => LoadRules.ColumnGone.At(source.At, source.Name, gone.Name));
        }

        return columns;
    }

    // A key of another type would not find the rows that were kept under it.
    private StagedColumn Widen(StagedColumn kept, StagedColumn given, IReadOnlyList<string> key)
    {
        var both = (key.Any(k => Same(k, kept.Name)) ? null : ColumnWidening.Of(kept.Type, given.Type)) ?? throw new MeritException(
            LoadRules.ColumnChanged.At(source.At, source.Name, kept.Name, ColumnWidening.Word(kept.Type), ColumnWidening.Word(given.Type)));
        if (!string.Equals(both, kept.Type, StringComparison.Ordinal))
        {
            session.Execute($"ALTER TABLE {table} ALTER COLUMN {SqlText.Name(kept.Name)} TYPE {both}");
            Tell(kept.Name, () => LoadRules.ColumnWidened.At(source.At, source.Name, kept.Name, ColumnWidening.Word(given.Type), ColumnWidening.Word(kept.Type), ColumnWidening.Word(both)));
        }

        return kept with { Type = both };
    }

    private bool HasValues(ChangeStage changes, string column) => session.Scalar<long>($"SELECT count({SqlText.Name(column)}) FROM {changes.Table}") > 0;

    private void Tell(string column, Func<Diagnostic> finding)
    {
        if (former is not null && !column.StartsWith("merit:", StringComparison.Ordinal))
        {
            findings.Add(finding());
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
