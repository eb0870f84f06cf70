using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Merit.Host.Commands;
using Merit.Host.Pipeline;
using Merit.Host.Testing;
using Merit.Host.Workspaces;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Docs;

/// <summary>Tries examples of diagnostics over the guide's data, with a library of a few words, so that each takes no longer than it must.</summary>
public sealed partial class ExampleTrial : IDisposable
{
    private const string Head = "name: Example\ncurrency: CNY\ntimezone: UTC\n";

    private const string Library = """
        Metric("cost", Sum(spend.amount)).As(Money);
        Metric("campaigns", Count(campaigns));
        Metric("new_leads", Count(leads));
        Metric("mqls", Count(leads).Where(leads.mql_at.HasValue));
        Metric("sqls", Count(leads).Where(leads.sql_at.HasValue));
        Metric("cpl", metrics.cost / metrics.new_leads).As(Money);
        Metric("lead_to_mql", metrics.mqls / metrics.new_leads).As(Percent);
        Metric("mql_to_sql", metrics.sqls / metrics.mqls).As(Percent);
        Metric("attributed_revenue", Attributed(revenue)).As(Money);
        Metric("audience", Sum(campaigns.audience_size).AllTime());
        Parameter("late_after", 2);
        foreach (var type in new[] { "lead-gen", "revenue", "brand" })
        {
            Scorecard(type, version: 1).Component("leads", metrics.new_leads, weight: 100, Curve((0, 0), (100, 100)));
        }
        """;

    // What questions of examples ask for.
    private const string Given = """
        Segment("web_leads", leads.source == "Website form");
        Metric("followers_at_end", Last(engagement.followers));
        Metric("recent", metrics.new_leads.Rolling(28, Days));
        Cohort("revenue_of_leads", by: leads.created_at, value: Sum(sales.amount), over: 12, Months);
        Test("late followers", t => t.Given(engagement.Row(date: "2025-03-01", followers: 5)).Expect(metrics.followers_at_end, 5));
        """;

    private static readonly string[] DataTests = ["Expect(", "Unique(", "Fresh(", "Reconcile("];

    private static readonly string[] Templates = ["overview", "channels", "lead-gen", "revenue", "brand", "attribution"];

    private readonly TemporaryWorkspace _merit = new();
    private readonly TemporaryWorkspace _loaded = TemporaryWorkspace.Of("guide");
    private readonly TemporaryWorkspace _scratch = TemporaryWorkspace.Of("guide");
    private readonly Lazy<Task> _load;
    private readonly Stages _stages;
    private readonly string _yaml;

    public ExampleTrial()
    {
        _merit.Write("metrics/library.csx", Library);
        foreach (var template in Templates)
        {
            _merit.Write($"reports/{template}.md", "{{metrics \"new_leads\"}}\n");
        }

        Copy(Path.Combine(AppContext.BaseDirectory, "plugins"), _merit.PathOf("plugins"));
        _stages = new Stages(_merit.Folder, TimeProvider.System);
        _yaml = File.ReadAllText(_scratch.PathOf("merit.yaml"));
        _loaded.Write("metrics/given.csx", Given);
        _load = new Lazy<Task>(() => Command("merit load"));
    }

    public void Dispose()
    {
        _merit.Dispose();
        _loaded.Dispose();
        _scratch.Dispose();
    }

    /// <summary>The codes an example gives, each once.</summary>
    internal async Task<IReadOnlyList<string>> Try(string language, string text)
    {
        IEnumerable<string> found = language switch
        {
            "csharp" => await Written("metrics/example.csx", text, Script),
            "csharp model" => await Written("models/example.csx", text, Loaded),
            "yaml" => await Written("merit.yaml", text.StartsWith("name:", StringComparison.Ordinal) ? text : Head + text, Loaded),
            "dotenv" => await Written(".env", text, Loaded),
            "markdown" => await Written("reports/overview.md", text, Loaded),
            "sh" => await Asked(text),
            _ => throw new ArgumentException(language, nameof(language)),
        };
        return [.. found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // What 'check' and 'test' say of a workspace whose only script this is. That an example brings no test is no mistake, unless that is what it is about.
    private async Task<IReadOnlyList<string>> Script(string text)
    {
        var (catalog, _) = _stages.Plugins(_scratch.Folder);
        var workspace = WorkspaceLoader.Load(_scratch.Folder, catalog, new Dictionary<string, string>());
        var found = _stages.Check(workspace, catalog).Select(d => d.Code).ToList();
        if (found.Count == 0 || found.TrueForAll(c => c is "MRT2306"))
        {
            found.AddRange(_stages.Test(workspace, catalog, new TestSelection([], BuiltIn: false), CancellationToken.None).SelectMany(r => r.Differences).Select(d => d.Mistake?.Code ?? "MRT2301"));
        }

        if (found.Count == 0 && DataTests.Any(d => text.StartsWith(d, StringComparison.Ordinal)))
        {
            found.AddRange(await Said(_scratch.Folder, "merit load"));
        }

        var aboutTests = text.Contains("Metric(\"n\"", StringComparison.Ordinal) && !text.Contains("Test(", StringComparison.Ordinal);
        return aboutTests ? found : [.. found.Where(c => c is not "MRT2306")];
    }

    // What 'check' says and, where that is nothing, 'run'.
    private async Task<IReadOnlyList<string>> Loaded(string text)
    {
        var said = await Said(_scratch.Folder, "merit check");
        return said.Count > 0 ? said : await Said(_scratch.Folder, "merit run");
    }

    private async Task<IReadOnlyList<string>> Asked(string text)
    {
        await _load.Value;
        return await Said(_loaded.Folder, text);
    }

    private Task Command(string text) => Said(_loaded.Folder, text);

    private async Task<IReadOnlyList<string>> Written(string file, string text, Func<string, Task<IReadOnlyList<string>>> trial)
    {
        _scratch.Write(file, text);
        try
        {
            return await trial(text);
        }
        finally
        {
            if (file is "merit.yaml")
            {
                _scratch.Write(file, _yaml);
            }
            else
            {
                File.Delete(_scratch.PathOf(file));
            }
        }
    }

    private async Task<IReadOnlyList<string>> Said(string folder, string command)
    {
        using var said = new StringWriter();
        using var data = new StringWriter();
        await CommandLine.RunAsync([.. CommandLineParser.SplitCommandLine(command).Skip(1)], new Surroundings
        {
            Output = new Terminal(data, said, interactive: false, colour: false),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
            CurrentDirectory = folder,
            BaseDirectory = _merit.Folder,
            Clock = TimeProvider.System,
            Stages = _stages,
        }, CancellationToken.None);
        return [.. Finding().Matches(said.ToString()).Select(m => m.Groups["code"].Value)];
    }

    [GeneratedRegex("(error|warning|note) (?<code>MRT[0-9]{4}): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Finding();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }
}
