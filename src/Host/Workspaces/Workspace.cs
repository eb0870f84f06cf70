using Merit.Diagnostics;
using Merit.Host.Access;
using Merit.Host.Alerts;
using Merit.Host.Delivery;
using Merit.Host.Inbound;
using Merit.Host.Reports.Archive;
using Merit.Host.Schedules;
using Merit.Host.Warehouse.Deriving;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;

namespace Merit.Host.Workspaces;

/// <summary>A checked merit.yaml. Immutable; nothing in it is a guess: every default is filled in.</summary>
internal sealed record Workspace
{
    /// <summary>The folder, absolute.</summary>
    public required string Directory { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 4217 code of the currency every amount is kept in.</summary>
    public required string Currency { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Locale { get; init; } = "en";

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public ChannelSettings Channels { get; init; } = new();

    /// <summary>Which records are one person; null where each contact id is one.</summary>
    public IdentitySettings? Identity { get; init; }

    public required AttributionSettings Attribution { get; init; }

    public ScoringSettings Scoring { get; init; } = new();

    public IReadOnlyList<ReportSettings> Reports { get; init; } = [];

    /// <summary>Which past renderings are kept.</summary>
    public ArchiveSettings Archive { get; init; } = ArchiveSettings.Usual;

    /// <summary>Who gets reports.</summary>
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>The server that mail is handed to, or null.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>What is done again and again, apart from what reports themselves name.</summary>
    public IReadOnlyList<Schedule> Schedules { get; init; } = [];

    /// <summary>What is told as soon as figures are so.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>What <c>merit serve</c> takes in.</summary>
    public InboundSettings Inbound { get; init; } = new();

    /// <summary>How others reach <c>merit serve</c>, and which rows they may see.</summary>
    public AccessSettings Access { get; init; } = new();

    /// <summary>What parameters of scripts are set to; of several settings of one, the last.</summary>
    public IReadOnlyList<ParameterSetting> Parameters { get; init; } = [];

    /// <summary>Whether sources that tell changes are read from their beginning this time; not in merit.yaml.</summary>
    public bool ReadsAnew { get; init; }

    /// <summary>What every report is written as this time, whatever it says itself; not in merit.yaml.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Data folders that sources read, absolute: what the engine is allowed to open.</summary>
    public string StateDirectory => Path.Combine(Directory, ".merit");

    public string OutDirectory => Path.Combine(Directory, "out");
}

/// <summary>One entry of <c>sources</c>.</summary>
internal sealed record Source
{
    public required string Name { get; init; }

    /// <summary>Id of the connector.</summary>
    public required string Connector { get; init; }

    /// <summary>The connector's own options, bound and checked.</summary>
    public required object Options { get; init; }

    /// <summary>The table it fills: canonical, or one of the workspace's own.</summary>
    public required string Into { get; init; }

    /// <summary>What each filled column is made of, in order.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>The key for a table of the workspace's own; a canonical table's key is fixed. Empty for none.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>The zone of timestamps that name none.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>A condition over the source's own columns; rows that fail it are left out and counted as filtered. Checked SQL expression.</summary>
    public string? Where { get; init; }

    /// <summary>First and last day (inclusive) the source answers for, where merit.yaml says so.</summary>
    public (DateOnly From, DateOnly To)? Covers { get; init; }

    /// <summary>How far before its state a source that tells changes is read again; null leaves it to the connector.</summary>
    public TimeSpan? Lookback { get; init; }

    /// <summary>How much one load takes at most; null for all there is.</summary>
    public ReadBudget? Budget { get; init; }

    public required Place At { get; init; }

    /// <summary>Where the connector's options stand, by key.</summary>
    public IReadOnlyDictionary<string, Place> OptionsAt { get; init; } = new Dictionary<string, Place>(StringComparer.Ordinal);
}

/// <summary>How much of a source one load takes: it stops at the connector's first checkpoint after that, and the next load goes on from there.</summary>
/// <param name="Rows">Rows, or null for any number.</param>
/// <param name="Bytes">Bytes of values, or null for any number.</param>
internal sealed record ReadBudget(long? Rows, long? Bytes);

/// <summary>How one column is filled: from a source column, a constant, or an expression. Exactly one of the three is set.</summary>
internal sealed record ColumnMapping
{
    /// <summary>The column filled.</summary>
    public required string Name { get; init; }

    /// <summary>The source's column.</summary>
    public string? From { get; init; }

    /// <summary>A value for every row.</summary>
    public string? Constant { get; init; }

    /// <summary>A SQL expression over the source's own columns: no subquery, no file or table function.</summary>
    public string? Expression { get; init; }

    /// <summary>The column's type; for a canonical column its own.</summary>
    public ColumnType? Type { get; init; }

    /// <summary>strptime format of dates and times; null for ISO.</summary>
    public string? Format { get; init; }

    /// <summary>Decimal separator of numbers (<c>.</c> or <c>,</c>); the other one, spaces and apostrophes are read as group separators.</summary>
    public char DecimalSeparator { get; init; } = '.';

    public required Place At { get; init; }
}

/// <summary><c>channels</c>: which channel a touchpoint belongs to when no campaign or source says so.</summary>
internal sealed record ChannelSettings
{
    /// <summary>Rules tried in order before the built-in set.</summary>
    public IReadOnlyList<ChannelRule> Rules { get; init; } = [];

    /// <summary>Whether the GA4 default channel groups are tried after <see cref="Rules"/>.</summary>
    public bool Ga4 { get; init; } = true;

    /// <summary>Sites of the workspace's own, by what kind of site they are.</summary>
    public IReadOnlyDictionary<SiteKind, IReadOnlyList<string>> Sites { get; init; } = new Dictionary<SiteKind, IReadOnlyList<string>>();

    /// <summary>One name for each channel, by alternative name, without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A rule of the workspace's own: every given pattern must match (a text, or with <c>*</c>, without regard to case).</summary>
internal sealed record ChannelRule(string Channel, string? Source, string? Medium, string? Campaign, Place At);

/// <summary><c>attribution</c>.</summary>
internal sealed record AttributionSettings
{
    /// <summary>Name of the model attributed metrics use unless asked otherwise; one of <see cref="Models"/>.</summary>
    public required string Default { get; init; }

    public required IReadOnlyList<ModelSettings> Models { get; init; }

    /// <summary>Which touches a journey holds, where a model does not say otherwise.</summary>
    public JourneyRules Journeys { get; init; } = new();

    /// <summary>By how much a campaign's touches count more or less, by campaign id; 1 for those not named.</summary>
    public IReadOnlyDictionary<string, double> CampaignWeights { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Whether journeys belong to an account rather than a contact.</summary>
    public bool ByAccount { get; init; }

    /// <summary>What else than a sale journeys lead to.</summary>
    public IReadOnlyList<ConversionKind> Conversions { get; init; } = [];

    /// <summary>Models that are also given as experiments correct them, each by a name of its own.</summary>
    public IReadOnlyList<CalibratedModel> Calibrated { get; init; } = [];

    /// <summary>The names of all that can be asked for: models, then what experiments make of them.</summary>
    public IEnumerable<string> Names => Models.Select(m => m.Name).Concat(Calibrated.Select(c => c.Name));

    /// <summary>Of all names those that are asked for this time, in their order; null for all. Not in merit.yaml.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    /// <summary>Whether totals count the margin of conversions in place of their value this time. Not in merit.yaml.</summary>
    public bool CountsMargin { get; init; }

    /// <summary>Whether a name is asked for.</summary>
    public bool IsAsked(string name) => Asked?.Contains(name, StringComparer.Ordinal) ?? true;

    /// <summary>The zone whose days experiments name.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Which touches the journeys of a model hold.</summary>
    public JourneyRules JourneysOf(ModelSettings model) => model.Journeys.ApplyTo(Journeys);
}

/// <summary>A model as experiments correct it.</summary>
/// <param name="Of">The model's name.</param>
/// <param name="At">Where merit.yaml asks for it.</param>
internal sealed record CalibratedModel(string Of, Place At)
{
    /// <summary>What stands after the model's name.</summary>
    public const string Suffix = "-calibrated";

    /// <summary>Its own name.</summary>
    public string Name => Of + Suffix;
}

/// <summary>A plugin's model with its options. The name is its id in queries and scripts: the plugin's id, or the user's own name for a variant with other options.</summary>
internal sealed record ModelSettings(string Name, string Plugin, object Options, Place At)
{
    /// <summary>Which touches an attribution model's journeys hold, where they are others than the workspace's.</summary>
    public JourneyChanges Journeys { get; init; } = JourneyChanges.None;
}

/// <summary><c>scoring</c>.</summary>
internal sealed record ScoringSettings
{
    /// <summary>The scorecard of a campaign type, where it is not the one of the type's own name.</summary>
    public IReadOnlyDictionary<string, ScorecardChoice> Scorecards { get; init; } = new Dictionary<string, ScorecardChoice>(StringComparer.Ordinal);

    /// <summary>Scoring models with options; those not named here have their usual ones.</summary>
    public IReadOnlyList<ModelSettings> Models { get; init; } = [];

    /// <summary>The workspace's industry, which selects benchmarks.</summary>
    public string? Industry { get; init; }
}

/// <summary>The id of a scorecard, and where merit.yaml names it.</summary>
internal sealed record ScorecardChoice(string Id, Place At);
