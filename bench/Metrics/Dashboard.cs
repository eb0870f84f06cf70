using System.Globalization;
using Merit.Host.Measures;
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
        var definitions = new ScriptRunner(TimeProvider.System).Run(new ScriptCompiler(null).Compile([script], schema)).Whole();
        var rows = new SessionRows(session);
        var measures = new WarehouseMeasures(rows, schema, definitions, Workspace(folder), new DateOnly(2025, 12, 31));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{touchpoints:N0} touchpoints; medians of {runs} runs"));
        List<(double Wall, double Processor)> ratios = [];
        var same = true;
        foreach (var question in Questions.All)
        {
            var (answer, values) = (measures.Ask(question.Request), rows.Rows(question.Sql, []));
            same &= Same(question.Name, answer, values);
            List<Taken> merit = [], byHand = [];
            for (var run = 0; run < runs; run++)
            {
                merit.Add(Taken.By(() => measures.Ask(question.Request)));
                byHand.Add(Taken.By(() => rows.Rows(question.Sql, [])));
            }

            var (ours, hand) = (Taken.Median(merit), Taken.Median(byHand));
            ratios.Add((ours.Wall / hand.Wall, ours.Processor / hand.Processor));
            Console.WriteLine(question.Name);
            Console.WriteLine($"  Merit    {ours}");
            Console.WriteLine($"  by hand  {hand}");
            Console.WriteLine($"  ratio    {ours.Over(hand)}");
        }

        Say("wall", ratios.Select(r => r.Wall));
        Say("processor", ratios.Select(r => r.Processor));
        Console.WriteLine(same ? "The numbers are the same." : "Some numbers differ.");
        return same;
    }

    private static void Say(string what, IEnumerable<double> ratios)
    {
        double[] ordered = [.. ratios.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio, {what}: median {(ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2:N2}, worst {ordered[^1]:N2}"));
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
