using System.Diagnostics;
using System.Text.RegularExpressions;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Outside;

/// <summary>Plugins made outside the repository against packed contracts: by docs/plugins.md, word for word, and by the templates it names.</summary>
public sealed partial class PluginTemplatesTests(PluginTemplatesTests.Outside outside) : IClassFixture<PluginTemplatesTests.Outside>
{
    private const string Merit = "../merit/src/Host/bin/Release/net10.0/merit";

    [Fact]
    public void The_page_leads_from_nothing_to_a_loaded_source()
    {
        foreach (Match file in NamedFile().Matches(outside.Page))
        {
            outside.Write(file.Groups["name"].Value, file.Groups["text"].Value);
        }

        var commands = string.Concat(Commands().Matches(outside.Page).Skip(1).Select(m => m.Groups["text"].Value));
        var said = outside.Run(commands).Fine().Output;

        Assert.Contains("total: 12", said, StringComparison.Ordinal);
        Assert.Contains("failed: 0", said, StringComparison.Ordinal);
        Assert.EndsWith(Shown().Match(outside.Page).Groups["text"].Value, said, StringComparison.Ordinal);

        // What a log gains is loaded, and only that.
        File.AppendAllText(outside.PathOf("shop/calls.log"), "2025-03-03T09:00:00 id=C4 from= line=4002 seconds=5\nrestarted\n");
        var next = outside.Run($"cd shop; {Merit} load || true; {Merit} query --metrics touches --format csv");
        Assert.Contains("calls.log(5", next.Notes, StringComparison.Ordinal);
        Assert.Contains("touches\n4\n", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_made_by_its_template_shares_out_credit()
    {
        outside.Run("dotnet new merit-attribution -n LateBloomer; cd LateBloomer; dotnet test").Fine();
        outside.Workspace("rule", "attribution:\n  default: late-bloomer\n  models:\n    - linear\n    - { id: late-bloomer, model: late-bloomer, power: 2 }\n");

        var said = outside.Run($"dotnet publish LateBloomer/src/LateBloomer -c Debug -o rule/plugins/LateBloomer; cd rule; {Merit} load; {Merit} query --metrics attributed_revenue --by channel --format csv").Fine().Output;

        // Two touches, so 1 and 4 of 5.
        Assert.EndsWith("channel,attributed_revenue\nemail,20\nsearch,80\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scoring_model_made_by_its_template_scores()
    {
        outside.Run("dotnet new merit-scoring -n Ceiling; cd Ceiling; dotnet test").Fine();
        outside.Workspace("score", "scoring:\n  models:\n    - { id: low-ceiling, model: ceiling, ceiling: 60 }\n");
        outside.Write("score/metrics/cards.csx", "Scorecard(\"own\", version: 1).Component(\"touches\", metrics.touches, weight: 1, Curve((0, 0), (1, 90))).Using(\"low-ceiling\");\n");

        var said = outside.Run($"dotnet publish Ceiling/src/Ceiling -c Debug -o score/plugins/Ceiling; cd score; {Merit} run --quiet; {Merit} query --metrics touches,score --by campaign --format csv").Fine();

        // Two touches are worth 90 points, of which the ceiling leaves 60.
        Assert.EndsWith("campaign,touches,score\nspring,2,60\n", said.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^`(?<name>shop/[a-z/.]+)`.*?\n```[a-z]*\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedFile();

    [GeneratedRegex("^```sh\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex("^```csv\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    /// <summary>The folder that holds Merit's, as the page says, with its packages made and its templates installed by the page's own first commands.</summary>
    public sealed partial class Outside : IDisposable
    {
        private readonly TemporaryWorkspace _folder = new();
        private readonly Dictionary<string, string> _environment;

        public Outside()
        {
            Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The page's commands are those of a Unix shell.");
            Page = Section().Match(File.ReadAllText(Repository.PathTo("docs", "plugins.md"))).Value;
            Directory.CreateSymbolicLink(_folder.PathOf("merit"), Repository.PathTo());

            // Packages and templates of the user's own are left alone: what is made here is gone with the folder, and what Merit's build has fetched need not be fetched again.
            var fetched = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            _environment = new(StringComparer.Ordinal)
            {
                ["DOTNET_CLI_HOME"] = _folder.PathOf("home"), ["NUGET_PACKAGES"] = _folder.PathOf("fetched"), ["NUGET_FALLBACK_PACKAGES"] = fetched,
                ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1",
            };
            Run(Commands().Match(Page).Groups["text"].Value).Fine();
        }

        /// <summary>The section of the page.</summary>
        public string Page { get; }

        public void Dispose() => _folder.Dispose();

        public string PathOf(string file) => _folder.PathOf(file);

        public void Write(string file, string text) => _folder.Write(file, text);

        /// <summary>A workspace of one campaign, two touches and a sale.</summary>
        public void Workspace(string folder, string more)
        {
            const string Sources = """
                name: Small
                currency: CNY
                timezone: UTC
                sources:
                  touches: { connector: files, path: touches.csv, into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, channel: channel, campaign_id: campaign } }
                  campaigns: { connector: files, path: campaigns.csv, into: campaigns, columns: { campaign_id: id, name: name, type: type } }
                  orders: { connector: files, path: orders.csv, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }

                """;
            _folder.Write($"{folder}/merit.yaml", Sources + more);
            _folder.Write($"{folder}/touches.csv", "id,who,at,channel,campaign\n1,a,2025-03-01,email,spring\n2,a,2025-03-05,search,spring\n");
            _folder.Write($"{folder}/campaigns.csv", "id,name,type\nspring,Spring,own\n");
            _folder.Write($"{folder}/orders.csv", "id,who,at,amount\n1,a,2025-03-06,100\n");
        }

        /// <summary>What the commands of a shell say, in the folder.</summary>
        internal Outcome Run(string commands)
        {
            var start = new ProcessStartInfo("/bin/sh", ["-e", "-c", commands]) { UseShellExecute = false, WorkingDirectory = _folder.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var (name, value) in _environment)
            {
                start.Environment[name] = value;
            }

            using var shell = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
            var notes = shell.StandardError.ReadToEndAsync();
            var output = shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
            return new Outcome(shell.ExitCode, output, notes.Result);
        }

        [GeneratedRegex("^## A source in fifteen minutes\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
        private static partial Regex Section();
    }
}
