using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Merit.Diagnostics;
using Merit.Host.Reports;
using Merit.Host.Reports.Templates;
using Merit.Host.Scoring;
using Merit.Host.Warehouse;
using Merit.Host.Workspaces;
using Merit.Plugins;
using Merit.Plugins.Scoring;

namespace Merit.Host.Tests.Reports;

/// <summary>A workspace on disk, fake measures, and reports rendered from them.</summary>
internal sealed class ReportBench : IDisposable
{
    public static readonly DateOnly Today = new(2025, 12, 1);

    public ReportBench(FakeFacts? facts = null, string locale = "en")
    {
        Facts = facts ?? FakeFacts.Company();
        Measures = new FakeMeasures(Facts, Today);
        Workspace = new Workspace
        {
            Directory = Folder.Path,
            Name = "Acme & Söhne",
            Currency = "CNY",
            Zone = TimeZoneInfo.Utc,
            Locale = locale,
            Attribution = new AttributionSettings
            {
                Default = "u-shaped",
                Models = [new ModelSettings("first", "first", new NoOptions(), new Place("merit.yaml", 9)), new ModelSettings("u-shaped", "u-shaped", new Shares(), new Place("merit.yaml", 9))],
            },
        };
    }

    public TemporaryFolder Folder { get; } = new();

    public FakeFacts Facts { get; }

    public FakeMeasures Measures { get; }

    public Workspace Workspace { get; init; }

    public TemplateEngines Engines { get; init; } = TemplateEngines.BuiltIn;

    public string Out => Path.Combine(Folder.Path, "out");

    public ReportInputs Inputs { get; set; } = new()
    {
        DefinitionHash = "c0ffee12",
        AsOf = new DateOnly(2025, 11, 30),
        Version = "0.1.0",
        Loads =
        [
            new LoadSummary("crm", "leads", "files", new DateTime(2025, 12, 1, 3, 0, 0, DateTimeKind.Utc), 1_730, 1_725, 3, 2, new DateOnly(2025, 1, 1), new DateOnly(2025, 11, 30)),
            new LoadSummary("ads", "spend", "files", new DateTime(2025, 12, 1, 3, 0, 0, DateTimeKind.Utc), 210, 210, 0, 0, new DateOnly(2025, 1, 1), new DateOnly(2025, 11, 30)),
        ],
        Rejects =
        [
            new RejectedRow("crm", "leads", "data/leads.csv", 17, "created_at", "'31.02.2025' is not a date.", "L17,<b>31.02.2025</b>|x"),
            new RejectedRow("crm", "leads", "data/leads.csv", 44, null, "It has 3 columns instead of 5.", "L44,a,b"),
        ],
        Scores =
        [
            Score("webinar", "Webinars", "lead-gen", 85.5, (500d / 500, 80, .3), (20d / 30, 90, .4), (.2, 85, .3)),
            Score("email", "Newsletter", "lead-gen", 77.0, (1.1, 82, .3), (1.11, 62, .4), (.22, 92, .3)),
            Score("social", FakeFacts.Nasty, "lead-gen", null, (null, null, .3), (null, null, .4), (null, null, .3)),
            Score("expo", "Spring expo", "revenue", 88.5, (7, 95, .5), (.8, 80, .3), (1, 85, .2)),
        ],
    };

    public ReportBench Template(string name, string text)
    {
        Folder.Write($"reports/{name}", text.ReplaceLineEndings("\n"));
        return this;
    }

    public IReadOnlyList<RenderedReport> Render(params ReportSettings[] settings) =>
        new ReportRun(Workspace, Measures, Inputs, Today) { Engines = Engines }.Render(settings, Out);

    public static ReportSettings Ask(string template, string? period = null) => new() { Template = template, Period = period, At = new Place("merit.yaml", 20, 5) };

    /// <summary>Renders a template of this text and gives both outputs.</summary>
    public (IDocument Html, string Markdown) Page(string text, string? period = null)
    {
        Template("page.md", text);
        Render(Ask("page", period));
        return (Html("page"), Markdown("page"));
    }

    public IDocument Html(string name) => new HtmlParser().ParseDocument(Folder.Read($"out/{name}.html"));

    public string Markdown(string name) => Folder.Read($"out/{name}.md");

    /// <summary>The findings of a template that does not render.</summary>
    public IReadOnlyList<string> Findings(string text)
    {
        Template("page.md", text);
        return [.. Assert.Throws<MeritException>(() => Render(Ask("page"))).Diagnostics.Select(d => d.ToString())];
    }

    public void Dispose() => Folder.Dispose();

    private static CampaignScore Score(string id, string name, string type, double? score, params (double? Value, double? Points, double Weight)[] parts) => new(
        id, name, type, type, 1,
        new Score(id, score, [.. parts.Select((p, i) => new Contribution($"c{i}", p.Value, p.Points, p.Weight, p.Points * p.Weight))], score is null ? [new Note("Fewer than 20 leads: {c0} cannot be judged.", "线索少于 20 条：{c0}无法判断。")] : []),
        type is "revenue"
            ? [new("c0", "ROI", "投资回报率", 50), new("c1", "CAC against benchmark", "获客成本对基准", 30), new("c2", "Revenue against target", "营收对目标", 20)]
            : [new("c0", "Leads against target", "线索数对目标", 30), new("c1", "CPL against benchmark", "单线索成本对基准", 40), new("c2", "Lead to MQL", "线索转 MQL 率", 30)]);

    private sealed record Shares
    {
        public double FirstShare { get; init; } = .4;

        public double LastShare { get; init; } = .4;
    }
}
