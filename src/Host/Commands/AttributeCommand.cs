using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Learning;
using Merit.Host.Attribution.Totals;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit attribute</c></summary>
internal sealed class AttributeCommand : Verb
{
    private const string OfPlaces = "place";

    private readonly Option<string> _models = new("--models") { Description = "The models, as in merit.yaml: names separated by commas, or a list with options; the workspace's unless given.", HelpName = "A,B" };

    private readonly Option<string> _by = Of("--by", "What earns the credit: channel (unless given), campaign, or any column of text that touchpoints have, such as utm_source; several with commas between, such as channel,campaign; place for each channel by its place in the journey.", "COLUMN");

    private readonly Option<string[]> _weights = Verb.Names("--campaign-weight", "By how much a campaign's touches count more or less, such as expo=2; in place of what merit.yaml says.");

    private readonly Option<string> _kind = Of("--kind", "The kind of conversion; sale, where there are any, unless given.", "KIND");

    private readonly Option<string> _worth = Words("--worth", "What a conversion's value is; value unless given", "value", "margin");

    private readonly Option<int?> _order = new("--order") { Description = "How many touches in a row a Markov chain remembers, from 1 to 4.", HelpName = "N" };

    private readonly Option<string> _intervals = Words("--intervals", "Whether to say how far credit may be off; auto leaves it to each model that learns, on is for rules too", "auto", "on", "off");

    private readonly Option<string> _paths = Of("--paths", "A file of paths, CSV or Parquet, to attribute instead of a workspace.", "FILE");

    private readonly Option<string> _separator = Of("--separator", "What stands between the channels of a path; ' > ' unless given.", "TEXT");

    private readonly Option<string> _path = Of("--path", "The file's column that holds the path; 'path' unless given.", "COLUMN");

    private readonly Option<string> _conversions = Of("--conversions", "The file's column that counts conversions; each row is one unless given.", "COLUMN");

    private readonly Option<string> _value = Of("--value", "The file's column of the conversions' value.", "COLUMN");

    private readonly Option<string> _nulls = Of("--nulls", "The file's column that counts journeys without conversion.", "COLUMN");

    private readonly JourneyOptions _journeys = new();

    private readonly ListOptions _list = new();

    public AttributeCommand(Surroundings around)
        : base("attribute", "Shares out conversions by any models, in total: from a workspace's journeys, or from a file of paths.", around)
    {
        Option[] ofFile = [_separator, _path, _conversions, _value, _nulls];
        foreach (var option in (Option[])[_models, _by, _kind, _worth, _order, .. _journeys.All, _weights, _intervals, _paths, .. ofFile])
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            bool Given(Option option) => result.GetResult(option) is { Implicit: false };
            if (!Given(_paths) && Array.Find(ofFile, Given) is { } lonely)
            {
                result.AddError($"{lonely.Name} goes with --paths.");
            }
            else if (result.GetValue(_weights)?.FirstOrDefault(w => Weight(w) is null) is { } wrong)
            {
                result.AddError($"'{wrong}' is not a value of --campaign-weight: give a campaign's id and a number above zero, such as expo=2.");
            }
            else if (Given(_paths) && _journeys.All.Append(_weights).FirstOrDefault(Given) is { } ofJourneys)
            {
                result.AddError($"the journeys of a file are as they are: leave out {ofJourneys.Name}.");
            }
            else if (Given(_paths) && Given(_kind))
            {
                result.AddError("a file of paths has one kind of conversion: leave out --kind.");
            }
            else if (Given(_paths) && Given(_worth))
            {
                result.AddError("a file of paths says by --value what conversions bring: leave out --worth.");
            }
            else if (Given(_paths) && !Given(_models))
            {
                result.AddError("--paths needs --models.");
            }
            else if (Given(_paths) && Given(_by) && result.GetValue(_by) is not ("channel" or OfPlaces))
            {
                result.AddError("a file of paths has nothing but channels and their places: leave out --by.");
            }
        });
        _list.AddTo(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var byPlace = parsed.GetValue(_by) is OfPlaces;
        var unit = byPlace ? "channel" : string.Join(',', (parsed.GetValue(_by) ?? "channel").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal));
        bool? intervals = parsed.GetValue(_intervals) switch { "on" => true, "off" => false, _ => null };
        var totals = parsed.GetValue(_paths) is { } file ? OfFile(parsed, file, intervals, stop) : OfWorkspace(parsed, unit, intervals, stop);
        _list.Write(parsed, Around, byPlace ? ByPlace(totals) : Listing(totals, unit));
        foreach (var finding in totals.Findings)
        {
            Output.Finding(finding);
        }

        foreach (var (model, quality) in totals.Quality)
        {
            Output.Note(string.Create(CultureInfo.InvariantCulture, $"{model}: {quality.Name} {quality.Value:0.0000}"));
        }

        return Task.FromResult(Done());
    }

    private AttributedTotals OfWorkspace(ParseResult parsed, string unit, bool? intervals, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var chosen = parsed.GetValue(_models) is { } asked ? ModelChoice.Choose(asked, _models.Name, catalog, workspace.Attribution) : workspace.Attribution;
        chosen = chosen with { CountsMargin = parsed.GetValue(_worth) is "margin" };
        if (parsed.GetValue(_weights) is { Length: > 0 } weights)
        {
            chosen = chosen with { CampaignWeights = weights.Select(Weight).OfType<(string, double)>().GroupBy(w => w.Item1, StringComparer.Ordinal).ToDictionary(w => w.Key, w => w.Last().Item2, StringComparer.Ordinal) };
        }

        return Around.Stages.Attribute(workspace with { Attribution = chosen with { Models = _journeys.ApplyTo(Ordered(parsed, chosen.Models), parsed) } }, catalog, unit, parsed.GetValue(_kind), intervals, stop);
    }

    private AttributedTotals OfFile(ParseResult parsed, string file, bool? intervals, CancellationToken stop)
    {
        var full = Path.GetFullPath(file, Around.CurrentDirectory);
        if (!File.Exists(full))
        {
            throw new MeritException(CommandRules.Usage.Here($"there is no file {file}.", "name a CSV or Parquet file that exists."));
        }

        var (catalog, _) = Around.Stages.Plugins(Project(parsed));
        var models = ModelChoice.Read(parsed.GetValue(_models) ?? "", _models.Name, catalog, []);
        var usual = new PathFile(full, parsed.GetValue(_path) ?? "path");
        return Around.Stages.AttributePaths(
            usual with
            {
                Separator = parsed.GetValue(_separator) ?? usual.Separator,
                Conversions = parsed.GetValue(_conversions),
                Value = parsed.GetValue(_value),
                Nulls = parsed.GetValue(_nulls),
            },
            Ordered(parsed, models), catalog, intervals, stop);
    }

    private IReadOnlyList<ModelSettings> Ordered(ParseResult parsed, IReadOnlyList<ModelSettings> models) =>
        parsed.GetValue(_order) is { } order ? ModelChoice.With(models, "Order", order, _order.Name) : models;

    private static (string Campaign, double Weight)? Weight(string written) =>
        written.LastIndexOf('=') is > 0 and var at && double.TryParse(written[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight) && weight > 0
            ? (written[..at].Trim(), weight) : null;

    private static Listing Listing(AttributedTotals totals, string unit)
    {
        static object? Low(Interval? interval) => interval?.Low;
        static object? High(Interval? interval) => interval?.High;
        var units = unit.Split(',');
        IReadOnlyList<string> Of(string total) => EarningColumns.Split(total, units.Length);
        return new Listing(
            ["model", .. units, "conversions", "value", "conversions_low", "conversions_high", "value_low", "value_high"],
            [.. totals.Rows.Select(r => (IReadOnlyList<object?>)[r.Model, .. Of(r.Unit), r.Conversions, r.Value, Low(r.ConversionsInterval), High(r.ConversionsInterval), Low(r.ValueInterval), High(r.ValueInterval)])])
        {
            Texts = [.. totals.Rows.Select(r => (IReadOnlyList<string>)[r.Model, .. Of(r.Unit), Text(r.Conversions), Text(r.Value), Text(r.ConversionsInterval?.Low), Text(r.ConversionsInterval?.High), Text(r.ValueInterval?.Low), Text(r.ValueInterval?.High)])],
            Figures = Enumerable.Range(1 + units.Length, 6).ToHashSet(),
        };
    }

    // What is not attributed has no place; a place at which a channel never stood has no line.
    private static Listing ByPlace(AttributedTotals totals)
    {
        var (telling, others) = (totals.Rows.Where(r => r.Places.Count > 0).Select(r => r.Model).ToHashSet(StringComparer.Ordinal), totals.Rows.Select(r => r.Model).Distinct(StringComparer.Ordinal).ToList());
        if (telling.Count == 0 && others.Count > 0)
        {
            throw new MeritException(AttributionRules.NoPlaces.Here(string.Join(", ", others)));
        }

        var rows = totals.Rows.Where(r => telling.Contains(r.Model))
            .SelectMany(r => r.Places.Count == 0 ? [(r.Model, r.Unit, Place: (int?)null, r.Conversions)] : r.Places.Select((conversions, i) => (r.Model, r.Unit, Place: (int?)(i + 1), Conversions: conversions)).Where(p => p.Conversions != 0))
            .ToList();
        return new Listing(["model", "channel", OfPlaces, "conversions"], [.. rows.Select(r => (IReadOnlyList<object?>)[r.Model, r.Unit, r.Place, r.Conversions])])
        {
            Texts = [.. rows.Select(r => (IReadOnlyList<string>)[r.Model, r.Unit, r.Place?.ToString(CultureInfo.InvariantCulture) ?? "", Text(r.Conversions)])],
            Figures = new HashSet<int> { 2, 3 },
        };
    }

    private static string Text(double? figure) => figure is { } known ? known.ToString("#,##0.00", CultureInfo.InvariantCulture) : "";

    private static Option<string> Of(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
