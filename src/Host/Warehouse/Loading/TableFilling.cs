using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Loading;

/// <summary>Fills a table anew from all rows of its sources.</summary>
/// <param name="session">The draft.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="layout">The table.</param>
/// <param name="loads">Its sources, read.</param>
/// <param name="warnings">Where is told what the user should know.</param>
internal sealed class TableFilling(Session session, Workspace workspace, TableLayout layout, IReadOnlyList<SourceLoad> loads, List<Diagnostic> warnings)
{
    /// <summary>Maps the sources and fills the table; throws with all that is wrong with their mappings.</summary>
    public void Run()
    {
        List<Diagnostic> findings = [];
        foreach (var load in loads)
        {
            try
            {
                load.Map(layout);
            }
            catch (MeritException e)
            {
                findings.AddRange(e.Diagnostics);
            }
        }

        if (findings.Count > 0)
        {
            throw new MeritException(findings);
        }

        session.Execute($"DROP TABLE IF EXISTS main.{SqlText.Name(layout.Name)}; {layout.Create()}");
        var enrichment = new Enrichment(session, workspace);
        if (layout.Key.Count > 0 && loads.Count > 1)
        {
            if (Merge(enrichment))
            {
                SayWhatIsFilledTwice();
            }
        }
        else
        {
            foreach (var load in loads)
            {
                load.Fill($"main.{SqlText.Name(layout.Name)}", layout, (columns, rows) => enrichment.Select(layout, columns, rows, load.All, load.Source.Name));
            }
        }
    }

    // Each source by itself, so that its duplicates are its own; then into one, by the key; then on into the table. Says whether any row came from two of them.
    private bool Merge(Enrichment enrichment)
    {
        var merged = layout with { Name = StagingArea.FreshName() };
        session.Execute(merged.Create(temporary: true));
        var rows = 0L;
        foreach (var load in loads)
        {
            var own = layout with { Name = StagingArea.FreshName() };
            session.Execute(own.Create(temporary: true));
            load.Fill($"temp.{own.Name}", layout, (columns, rows) => Plain(columns, rows));
            var updates = load.Filled.Where(c => !layout.Key.Contains(c, StringComparer.OrdinalIgnoreCase)).Select(SqlText.Name).ToList();
            session.Execute($"""
                MERGE INTO temp.{merged.Name} AS t USING temp.{own.Name} AS s ON ({string.Join(" AND ", layout.Key.Select(SqlText.Name).Select(k => $"t.{k} = s.{k}"))})
                {(updates.Count == 0 ? "" : $"WHEN MATCHED THEN UPDATE SET {string.Join(", ", updates.Select(u => $"{u} = coalesce(s.{u}, t.{u})"))}")}
                WHEN NOT MATCHED THEN INSERT
                """);
            rows += Count(own);
            session.Execute($"DROP TABLE temp.{own.Name}");
        }

        var all = layout.Columns.Select(c => c.Name).ToList();
        session.Execute($"INSERT INTO main.{SqlText.Name(layout.Name)} {enrichment.Select(layout, all, $"temp.{merged.Name}", $"temp.{merged.Name}", "")}");
        var met = Count(merged) < rows;
        session.Execute($"DROP TABLE temp.{merged.Name}");
        return met;
    }

    private long Count(TableLayout table) => session.Scalar<long>($"SELECT count(*) FROM temp.{table.Name}");

    private string Plain(IReadOnlyList<string> filled, string rows) =>
        $"SELECT {string.Join(", ", layout.Columns.Select(c => filled.Contains(c.Name, StringComparer.OrdinalIgnoreCase) ? SqlText.Name(c.Name) : "NULL"))} FROM {rows}";

    private void SayWhatIsFilledTwice()
    {
        foreach (var column in layout.Columns.Where(c => !layout.Key.Contains(c.Name, StringComparer.OrdinalIgnoreCase)))
        {
            var filling = loads.Where(l => l.Source.Columns.Any(m => string.Equals(m.Name, column.Name, StringComparison.OrdinalIgnoreCase))).ToList();
            if (filling is [var first, .., var last])
            {
                warnings.Add(LoadRules.FilledTwice.At(last.Source.At, layout.Name, column.Name, first.Source.Name, last.Source.Name));
            }
        }
    }
}
