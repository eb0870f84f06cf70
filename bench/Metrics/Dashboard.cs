using System.Globalization;
using Merit.Host.Measures;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Merit.Scripting;
using Merit.Scripting.Running;

namespace Merit.Bench.Metrics;

/// <summary>Ten questions of dashboards through Merit (planned, run, read) and by statements written by hand (run, read), over the same tables in the same engine.</summary>
internal static class Dashboard
{
    private static readonly string[] Filled = ["campaigns", "touchpoints", "spend", "leads"];

    /// <summary>Prints the ratios; false where the numbers differ.</summary>
    public static bool Run(string folder, long touchpoints, int runs)
    {
        using var session = Session.Open(Path.Combine(folder, "warehouse.duckdb"), new SessionSettings { TempDirectory = folder });
        foreach (var table in Canonical.Tables)
        {
            session.Execute(TableLayout.Of(table.Name, []).Create());
        }

        session.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data.sql")).Replace("$rows", touchpoints.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        session.Execute("CHECKPOINT");
        var schema = new WarehouseSchema(
            [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Filled.Contains(t.Name)))], Filled.Contains(t.Name)) { Key = t.Key })], []);
        var script = new Script("metrics/metrics.csx", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "metrics.csx")));
        var definitions = new ScriptRunner(TimeProvider.System).Run(new ScriptCompiler(null).Compile([script], schema));
        var rows = new SessionRows(session);
        var measures = new WarehouseMeasures(rows, schema, definitions, Workspace(folder), new DateOnly(2025, 12, 31));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{touchpoints:N0} touchpoints; medians of {runs} runs"));
        List<double> ratios = [];
        var same = true;
        foreach (var question in Questions.All)
        {
            var (answer, values) = (measures.Ask(question.Request), rows.Rows(question.Sql, []));
            same &= Same(question.Name, answer, values);
            List<double> merit = [], byHand = [];
            for (var run = 0; run < runs; run++)
            {
                merit.Add(Taken.Milliseconds(() => measures.Ask(question.Request)));
                byHand.Add(Taken.Milliseconds(() => rows.Rows(question.Sql, [])));
            }

            ratios.Add(Taken.Median(merit) / Taken.Median(byHand));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{question.Name,-46} Merit {Taken.Median(merit),7:N0} ms   by hand {Taken.Median(byHand),7:N0} ms   ratio {ratios[^1]:N2}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: median {Taken.Median(ratios):N2}, worst {ratios.Max():N2}"));
        Console.WriteLine(same ? "The numbers are the same." : "Some numbers differ.");
        return same;
    }

    // Every number of the statement, in any order, is one of the answer.
    private static bool Same(string name, Answer answer, IReadOnlyList<object?[]> values)
    {
        var given = answer.Rows.Append(answer.Total).OfType<AnswerRow>().SelectMany(r => r.Figures).SelectMany(f => new[] { f.Value, f.Compared }).OfType<double>().Order().ToList();
        var wanted = values.SelectMany(r => r).Where(v => v is not (null or string or DateOnly or DateTime)).Select(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)).Order().ToList();
        if (given.Count == wanted.Count && given.Zip(wanted).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * Math.Max(1, Math.Abs(p.Second))))
        {
            return true;
        }

        Console.WriteLine($"{name}: {given.Count} and {wanted.Count} numbers, first difference {given.Zip(wanted).FirstOrDefault(p => Math.Abs(p.First - p.Second) > 1e-9 * Math.Max(1, Math.Abs(p.Second)))}");
        return false;
    }

    private static Workspace Workspace(string folder) => new()
    {
        Directory = folder, Name = "Bench", Currency = "CNY", Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Attribution = new AttributionSettings { Default = "linear", Models = [] },
    };
}
