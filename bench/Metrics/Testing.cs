using System.Globalization;
using Merit.Bench.Run;

namespace Merit.Bench.Metrics;

/// <summary><c>merit test</c> with 200 tests of 200 metrics, beside the standard library: a process of its own, without and with compiled scripts.</summary>
internal static class Testing
{
    private const int Tests = 200;
    private const int Each = 20;

    public static void Run(string folder, int runs)
    {
        var workspace = Directory.CreateDirectory(Path.Combine(folder, "tests")).FullName;
        var cache = Path.Combine(workspace, ".merit", "cache");
        Directory.CreateDirectory(Path.Combine(workspace, "metrics"));
        File.WriteAllText(Path.Combine(workspace, "merit.yaml"), "name: Bench\ncurrency: CNY\ntimezone: Asia/Shanghai\nsources:\n  leads: { connector: files, path: leads.csv, into: leads, columns: { lead_id: id, created_at: at, source: source } }\n"
            + "  spend: { connector: files, path: spend.csv, into: spend, columns: { date: day, amount: amount, category: category } }\n");
        for (var file = 0; file < Tests / Each; file++)
        {
            File.WriteAllText(Path.Combine(workspace, "metrics", $"bench{file:00}.csx"), string.Concat(Enumerable.Range(file * Each, Each).Select(Script)));
        }

        var command = Repository.Command(Repository.Root());
        List<Taken> cold = [], warm = [];
        for (var run = 0; run <= runs; run++)
        {
            if (Directory.Exists(cache))
            {
                Directory.Delete(cache, recursive: true);
            }

            foreach (var kept in (List<Taken>[])[cold, warm])
            {
                var taken = ChildRun.Of(command, ["test", "--project", workspace, "--quiet"]).Taken;
                if (run > 0)
                {
                    kept.Add(taken);
                }
            }
        }

        Console.WriteLine($"\nmerit test, {Tests} tests; medians of {runs} runs");
        Console.WriteLine($"  scripts to compile  {Taken.Median(cold)}");
        Console.WriteLine($"  from the cache      {Taken.Median(warm)}");
    }

    // Every other one asks two facts.
    private static string Script(int n) => string.Create(CultureInfo.InvariantCulture, $$"""
        Metric("n{{n}}", Count(leads).Where(leads.source == "s{{n}}"));
        Metric("c{{n}}", Sum(spend.amount).Where(spend.category == "s{{n}}") / metrics.n{{n}}).As(Money);
        Test("bench {{n}}", t => t
            .Given(leads.Row(source: "s{{n}}", created_at: "2025-03-01 10:00"), leads.Row(source: "s{{n}}", created_at: "2025-03-02 10:00"), leads.Row(source: "other", created_at: "2025-03-02 10:00"))
            .Given(spend.Row(date: "2025-03-01", amount: {{n}}, category: "s{{n}}"))
            .On("2025-03")
            .Expect(metrics.{{(n % 2 == 0 ? "n" : "c")}}{{n}}, {{(n % 2 == 0 ? "2" : $"{n} / 2.0")}}));

        """);
}
