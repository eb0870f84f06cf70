using Merit.Attribution.Learning;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Totals;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Tests;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>Credit from files of paths.</summary>
public sealed class PathFileTests : IDisposable
{
    private static readonly PluginCatalog Catalog = Offered();

    // channel; first, last, linear, u-shaped, shapley, markov of order 1 and 2: vectors computed by others or twice.
    private const string PathData =
        """
        eta 3164 4167 3539.951157 3618.796149 3613.655952 3340.847402 3391.858163
        iota 4606 3355 3857.096221 3944.948166 3505.044048 3884.614702 3810.511044
        alpha 6308 8447 7574.718594 7444.823759 7627.944048 5344.947682 5617.453854
        beta 2831 989 2083.500145 1969.766179 1982.739286 2527.352167 2439.648976
        theta 1606 653 1022.801394 1092.744472 1190.963095 1971.912880 1902.473610
        lambda 902 1207 1035.257572 1046.903901 987.782143 1282.847223 1189.472022
        kappa 74 230 137.964078 147.459557 159.057143 274.363256 266.027054
        zeta 27 107 136.551540 88.622864 199.991667 381.062553 374.031325
        epsilon 99 531 272.170438 301.050233 374.677381 599.570650 614.373523
        gamma 165 92 121.041639 125.240911 138.185714 171.145443 171.918183
        delta 1 5 1.725 2.586667 2.292857 4.613618 5.159056
        mi 2 2 2.222222 2.057143 2.666667 1.722425 2.073189
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_thousand_real_paths_come_out_as_published(bool parquet)
    {
        var csv = SharedData.Require("pathdata", "paths.csv");
        var file = parquet ? Path.Combine(_folder.Path, "paths.parquet") : csv;
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = _folder.Path, Threads = 2, AllowedDirectories = [Path.GetDirectoryName(csv) ?? ""] });
        if (parquet)
        {
            session.Execute($"COPY (FROM read_csv({SqlText.Text(csv)}, header = true)) TO {SqlText.Text(file)}");
        }

        var totals = Totals(session, Counted(file), "first, last, linear, u-shaped, shapley, markov, { id: markov-2, model: markov, order: 2 }");
        var credit = totals.Rows.ToDictionary(r => (r.Model, r.Unit));
        string[] models = ["first", "last", "linear", "u-shaped", "shapley", "markov", "markov-2"];
        Assert.Equal(models.Length * 12, credit.Count);
        foreach (var cells in PathData.Split('\n').Select(line => line.Split(' ')))
        {
            Assert.All(models.Zip(cells.Skip(1).Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture))), e =>
                Assert.Equal(e.Second, credit[(e.First, cells[0])].Conversions, 1e-6 * Math.Max(1, e.Second)));
        }

        Assert.All(models, m => Assert.Equal(74_802.9715872, totals.Rows.Where(r => r.Model == m).Sum(r => r.Value), 1e-5));
        Assert.All(totals.Rows, r => Assert.Equal(r.Model is "shapley" or "markov" or "markov-2", r.ConversionsInterval is not null));
    }

    [Fact]
    public void A_rule_that_looks_at_channels_is_computed_path_by_path()
    {
        var file = _folder.Write("paths.csv", "path,n,v\na > b > direct,4,8\ndirect > direct,2,2\na > a > b,6,6\n");
        var totals = Of(new PathFile(file, "path") { Conversions = "n", Value = "v" }, "last-non-direct, { id: per-channel, model: linear, per: channel }");
        Assert.Equal(["b 10 14", "direct 2 2", "a 0 0"], totals.Where(t => t.Model == "last-non-direct").Select(t => $"{t.Unit} {t.Conversions} {t.Value}"));
        Assert.Equal(["b 4.3333 5.6667", "a 4.3333 5.6667", "direct 3.3333 4.6667"], totals.Where(t => t.Model == "per-channel").OrderByDescending(t => t.Unit == "b").ThenBy(t => t.Unit, StringComparer.Ordinal)
            .Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Unit} {t.Conversions:0.####} {t.Value:0.####}")));
    }

    [Fact]
    public void Participation_gives_each_path_whole_to_every_channel_in_it_and_says_so()
    {
        var file = _folder.Write("paths.csv", "path,n,v\na > b,4,8\na > a > b,6,6\nc,1,1\n");
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = _folder.Path, Threads = 2 });
        var totals = Totals(session, new PathFile(file, "path") { Conversions = "n", Value = "v" }, "linear, participation");
        Assert.Equal(["a 10 14", "b 10 14", "c 1 1"], totals.Rows.Where(t => t.Model == "participation").Select(t => $"{t.Unit} {t.Conversions} {t.Value}"));
        Assert.Same(AttributionRules.Participation, Assert.Single(totals.Findings).Rule);
    }

    [Fact]
    public void Without_columns_of_counts_each_row_is_a_conversion_and_an_empty_path_is_nobodys()
    {
        var file = _folder.Write("paths.csv", "journey\na|b\na\n\"\"\n");
        var totals = Of(new PathFile(file, "journey") { Separator = "|" }, "linear, shapley");
        Assert.Equal(["a 1.5", "b 0.5", "(unattributed) 1", "a 1.5", "b 0.5", "(unattributed) 1"], totals.Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Unit} {t.Conversions}")));
    }

    [Fact]
    public void How_rows_are_split_and_ordered_does_not_matter()
    {
        var whole = _folder.Write("whole.csv", "path,n,z\na > b,5,2\nb > c > a,3,4\nc,2,8\n");
        var split = _folder.Write("split.csv", "path,n,z\nc,1,4\na > b,1,0\nb > c > a,3,0\na > b,4,2\nc,1,4\nb > c > a,0,4\n");
        const string models = "linear, markov, shapley, { id: rate, model: shapley, worth: conversion-rate }, data-driven";
        IEnumerable<string> Credits(string file) => Of(new PathFile(file, "path") { Conversions = "n", Nulls = "z" }, models)
            .Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Model} {t.Unit} {t.Conversions:0.#########} {t.ConversionsInterval?.Low:0.#########}"));
        Assert.Equal(Credits(whole), Credits(split));
    }

    [Fact]
    public void What_is_wrong_with_a_file_is_said()
    {
        var file = _folder.Write("paths.csv", "path,conversions\na > b,5\nb,-3\n");
        Assert.Same(AttributionRules.NoSuchColumn, Failure(new PathFile(file, "paths"), "linear").Rule);
        Assert.Same(AttributionRules.NegativeCounts, Failure(new PathFile(file, "path") { Conversions = "conversions" }, "linear").Rule);
        Assert.Same(AttributionRules.NeedsTimes, Failure(new PathFile(file, "path"), "time-decay").Rule);
        Assert.Same(AttributionRules.CannotLearn, Failure(new PathFile(file, "path"), "data-driven").Rule);
    }

    [Fact]
    public void Models_are_read_as_in_the_workspace_and_an_option_is_set_where_there_is_one()
    {
        var models = ModelChoice.Read("first, markov", "--models", Catalog, []);
        Assert.Equal(["first", "markov"], models.Select(m => m.Name));
        var ordered = ModelChoice.With(models, "Order", 3, "--order");
        Assert.Equal(3, Assert.IsType<Merit.Attribution.Learning.Chains.MarkovOptions>(ordered[1].Options).Order);
        Assert.Equal(1, Assert.IsType<Merit.Attribution.Learning.Chains.MarkovOptions>(models[1].Options).Order);
        Assert.Same(AttributionRules.NoSuchOption, Assert.Throws<MeritException>(() => ModelChoice.With([models[0]], "Order", 3, "--order")).Diagnostics[0].Rule);
        Assert.Same(CommandRules.Usage, Assert.Throws<MeritException>(() => ModelChoice.With(models, "Order", 5, "--order")).Diagnostics[0].Rule);
        Assert.Same(WorkspaceRules.UnknownModel, Assert.Throws<MeritException>(() => ModelChoice.Read("markow", "--models", Catalog, [])).Diagnostics[0].Rule);
        Assert.Same(WorkspaceRules.SameModelTwice, Assert.Throws<MeritException>(() => ModelChoice.Read("first, first", "--models", Catalog, [])).Diagnostics[0].Rule);
    }

    private static PathFile Counted(string file) => new(file, "path") { Conversions = "total_conversions", Value = "total_conversion_value", Nulls = "total_null" };

    private static AttributedTotals Totals(Session session, PathFile file, string models) =>
        new PathFileTotals(session, file).Compute(ModelChoice.Read(models, "--models", Catalog, []), Catalog, null, TestContext.Current.CancellationToken);

    private IReadOnlyList<AttributedTotal> Of(PathFile file, string models)
    {
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = _folder.Path, Threads = 2 });
        return Totals(session, file, models).Rows;
    }

    private Diagnostic Failure(PathFile file, string models) => Assert.Throws<MeritException>(() => Of(file, models)).Diagnostics[0];

    private static PluginCatalog Offered()
    {
        var registry = new PluginRegistry("1.0", "built-in", new Place("models.dll"));
        new RulesPlugin().Register(registry);
        new LearningPlugin().Register(registry);
        return new PluginCatalog(registry.Entries);
    }
}
