using System.Globalization;
using System.Runtime.Loader;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Merit.Scripting;
using Merit.Scripting.Running;

namespace Merit.Bench.Metrics;

/// <summary>200 metrics: compiled by the first in the process, by a later one, and from the cache; planned; and compiled 200 times over.</summary>
internal static class Compilation
{
    private const int Files = 20;
    private const int Each = 10;
    private const int Times = 200;

    private static readonly WarehouseSchema Schema = new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true))], Loaded: true) { Key = t.Key })], ["linear"]);

    public static void Run(string folder)
    {
        var scripts = Scripts("");
        Definitions? definitions = null;
        var first = Taken.By(() => definitions = Load(new ScriptCompiler(null), scripts));
        var later = Taken.Median([.. Enumerable.Range(0, 5).Select(_ => Taken.By(() => Load(new ScriptCompiler(null), scripts)))]);
        var cached = new ScriptCompiler(Path.Combine(folder, "cache"), folder);
        Load(cached, scripts);
        var warm = Taken.Median([.. Enumerable.Range(0, 20).Select(_ => Taken.By(() => Load(cached, scripts)))]);
        Say($"{definitions?.Metrics.Count} metrics in {Files} scripts, compiled and run");
        Say($"  in a fresh process  {first}");
        Say($"  in a warm one       {later}");
        Say($"  from the cache      {warm}");

        var planner = new Planner(Schema, definitions ?? Definitions.None, new PlannerSettings("Asia/Shanghai", DayOfWeek.Monday, new DateOnly(2025, 12, 31), "linear"));
        var ids = (definitions?.Metrics ?? []).Select(m => m.Id).ToList();
        var plans = ids.Skip(2).Select(id => new Request { Metrics = [id, ids[0], ids[1]], By = ["channel", "month"], Period = Period.All, Total = true }).ToList();
        planner.Plan(plans[0]);
        var planned = Taken.By(() => plans.ForEach(p => planner.Plan(p)));
        Say($"a plan of three metrics by two dimensions: {planned.Wall.TotalMilliseconds / plans.Count:N2} ms");
        Memory();
    }

    // Another text each time, so that nothing is the same; every context must go.
    private static void Memory()
    {
        var before = Held();
        var tenth = 0L;
        for (var i = 0; i < Times; i++)
        {
            Load(new ScriptCompiler(null), [.. Scripts(i.ToString(CultureInfo.InvariantCulture)).Take(1)]);
            tenth = i == Times / 10 ? Held() : tenth;
        }

        var after = Held();
        var left = AssemblyLoadContext.All.Count(c => c.Name == "scripts");
        Say($"managed memory: {before >> 20} MB before, {tenth >> 20} MB after {Times / 10} compilations, {after >> 20} MB after {Times}; contexts still loaded: {left}");
    }

    private static long Held()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Definitions Load(ScriptCompiler compiler, IReadOnlyList<Script> scripts) => new ScriptRunner(TimeProvider.System).Run(compiler.Compile(scripts, Schema)).Whole();

    private static IReadOnlyList<Script> Scripts(string salt) =>
    [
        .. Enumerable.Range(0, Files).Select(f => new Script(
            $"metrics/bench{f:00}.csx",
            $"// {salt}\n" + string.Concat(Enumerable.Range(0, Each).Select(m => (m % 5) switch
            {
                0 => $"Metric(\"m{f}_{m}\", Sum(spend.amount).Where(spend.category == \"c{m}\")).Label(\"Cost {m}\", zh: \"成本\").As(Money).LowerIsBetter();\n",
                1 => $"Metric(\"m{f}_{m}\", Count(leads).Where(leads.score >= {m} & leads.source.In(\"web\", \"expo\"))).Label(\"Leads {m}\", zh: \"线索\");\n",
                2 => $"Metric(\"m{f}_{m}\", metrics.m{f}_{m - 2} / metrics.m{f}_{m - 1}).As(Money);\n",
                3 => $"Metric(\"m{f}_{m}\", Average(DaysBetween(leads.created_at, leads.mql_at)).Where(leads.mql_at.HasValue)).As(Days);\n",
                _ => $"foreach (var s in new[] {{ \"a\", \"b\" }})\n    Metric($\"m{f}_{m}_{{s}}\", CountDistinct(touchpoints.contact_id).Where(touchpoints.utm_source == s));\n",
            })))),
    ];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
