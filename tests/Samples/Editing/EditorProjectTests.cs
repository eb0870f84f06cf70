using System.Diagnostics;
using System.Text.RegularExpressions;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Editing;

/// <summary>The projects that <c>merit check</c> keeps for editors build with the compiler that editors use, and say what it says, at the same place.</summary>
public sealed partial class EditorProjectTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = TemporaryWorkspace.Of("guide")
        .Write("models/rfm.csx", """
            // Recency, frequency, money.
            Model("rfm", Rows(orders.account_id, orders.ordered_at, Optional(orders.amount)), rows =>
                from o in rows
                group o by o.Item1 into a
                select new Rfm(a.Key, a.Count(), a.Sum(o => o.Item3 ?? 0m)))
                .Key("account_id");

            record Rfm(string account_id, long orders, decimal spent);
            """)
        .Write("metrics/own.csx", """
            var band = Function("band", (double score, string? source) => source is null ? "none" : score >= 80 ? "high" : "low");
            Metric("high_leads", Count(leads).Where(band(leads.score, leads.source) == "high")).Label("High leads", zh: "高分线索");
            foreach (var kind in new Kind[] { new("web", 3), new("expo", 4) })
            {
                Metric($"leads_{kind.Id}", Count(leads).Where(leads.source == kind.Id & leads.score > kind.Least));
            }

            record Kind(string Id, double Least);
            """)
        .Write("metrics/accounts.csx", "Metric(\"accounts_spent\", Sum(rfm.spent).AllTime());\nMetric(\"share\", metrics.accounts_spent / metrics.revenue);\n")
        .Write("metrics/empty.csx", "// nothing yet\n");

    // One compiler for all projects, this test's own, where it can be found again and ended.
    private readonly string compiler = OperatingSystem.IsLinux() ? $"merit-editor-{Guid.NewGuid():N}" : "";

    public void Dispose()
    {
        foreach (var process in compiler.Length == 0 ? [] : Process.GetProcesses().Where(IsCompiler))
        {
            process.Kill();
            process.WaitForExit();
        }

        workspace.Dispose();
    }

    [Fact]
    public void Every_script_builds_and_a_mistake_shows_where_merit_check_shows_it()
    {
        // Merit's own scripts too, as if a user had taken them over.
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("metrics"), "*.csx").Order(StringComparer.Ordinal).Take(3))
        {
            workspace.Write("metrics/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        MeritProcess.Run(workspace.Folder, "check").Fine();
        var sound = Build();
        Assert.True(sound.ExitCode == 0, sound.Output);
        Assert.False(Directory.Exists(workspace.PathOf("packages")), "Something was fetched.");

        workspace.Write("metrics/accounts.csx", "Metric(\"a\", Sum(rfm.spend));\nMetric(\"b\", metrics.accounts_spent / metrics.revenu);\n  Metric(\"c\", Cuont(leads));\nMetric(\"d\", Sum(leads.source));\n")
            .Write("metrics/early.csx", "record Early(string Id);\nMetric(\"g\", Count(leads));\n")
            .Write("metrics/open.csx", "Metric(\"h\", Count(leads))\n")
            .Write("metrics/own.csx", "Metric(\"e\", Count(leads).Where(leads.score > \"x\"));\nMetric(\"f\", Count(leads)).Lable(\"x\");\n")
            .Write("models/rfm.csx", "Model(\"rfm\", Rows(orders.account_id), rows => rows.Select(r => new Rfm(r)));\nrecord Rfm(string account_id, decimal spend);\n");
        var told = Places(MeritProcess.Run(workspace.Folder, "check").Notes);
        var models = told.Where(t => t.StartsWith("models/", StringComparison.Ordinal)).ToList();
        Assert.Equal("models/rfm.csx(1,68)", string.Join(' ', models));
        Assert.Equal(models, Places(Build("models/rfm/rfm.csproj").Output));

        // A wrong model hides no mistake of a metric; that its table is missing only follows.
        Assert.Contains("metrics/accounts.csx(3,15)", told);
        Assert.DoesNotContain(told, t => t.StartsWith("metrics/accounts.csx(1,", StringComparison.Ordinal));

        workspace.Write("models/rfm.csx", "Model(\"rfm\", Rows(orders.account_id), rows => rows.Select(r => new Rfm(r, 1)));\nrecord Rfm(string account_id, decimal spend);\n");
        workspace.Write("metrics/accounts.csx", "Metric(\"a\", Sum(rfm.spent).AllTime());\n  Metric(\"c\", Cuont(leads));\nMetric(\"d\", Sum(leads.source));\n");
        var found = Places(MeritProcess.Run(workspace.Folder, "check").Notes);
        Assert.Equal(7, found.Count);
        Assert.Equal(found, Places(Build().Output));
    }

    [Fact]
    public void Init_makes_them_and_a_script_that_goes_takes_its_own_along()
    {
        Assert.False(Directory.Exists(workspace.PathOf(".merit/editor")));
        MeritProcess.Run(workspace.Folder, "init", "made").Fine();
        Assert.True(File.Exists(workspace.PathOf("made/.merit/editor/Scripts.slnx")));

        MeritProcess.Run(workspace.Folder, "check").Fine();
        Assert.True(File.Exists(workspace.PathOf(".merit/editor/metrics/own/own.csproj")));
        var before = File.GetLastWriteTimeUtc(workspace.PathOf(".merit/editor/stamp"));

        MeritProcess.Run(workspace.Folder, "check").Fine();
        Assert.Equal(before, File.GetLastWriteTimeUtc(workspace.PathOf(".merit/editor/stamp")));

        File.Delete(workspace.PathOf("metrics/own.csx"));
        MeritProcess.Run(workspace.Folder, "check").Fine();
        Assert.False(Directory.Exists(workspace.PathOf(".merit/editor/metrics/own")));
        Assert.DoesNotContain("own.csproj", File.ReadAllText(workspace.PathOf(".merit/editor/Scripts.slnx")), StringComparison.Ordinal);
    }

    private bool IsCompiler(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains($"-pipename:{compiler}", StringComparison.Ordinal);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The compiler's findings, by file, line and column, once each.
    private List<string> Places(string text) =>
    [
        .. Finding().Matches(text.Replace(workspace.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'))
            .Select(m => m.Groups["at"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private Outcome Build(string project = "Scripts.slnx")
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = workspace.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "build", workspace.PathOf(".merit/editor/" + project), "--nologo", "-v", "q", "-m:1", "-nodeReuse:false", $"-p:UseSharedCompilation={compiler.Length > 0}", $"-p:SharedCompilationId={compiler}" })
        {
            start.ArgumentList.Add(argument);
        }

        // What is fetched from elsewhere would land here, and nothing may.
        start.Environment["NUGET_PACKAGES"] = workspace.PathOf("packages");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var notes = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, notes.Result);
    }

    [GeneratedRegex(@"(?<at>(metrics|models)/\w+\.csx\(\d+,\d+\)): error (MRT2001: )?CS", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Finding();
}
