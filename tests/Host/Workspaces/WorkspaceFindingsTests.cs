namespace Merit.Host.Tests.Workspaces;

/// <summary>Every finding about merit.yaml, with its place.</summary>
public sealed class WorkspaceFindingsTests
{
    private const string Source = "sources:\n  crm:\n    connector: files\n    path: a.csv\n";

    [Theory]
    [InlineData("sources: [a\n", "merit.yaml(5,1): error MRT1002")]
    [InlineData("sources:\n\t- a\n", "merit.yaml(5,1): error MRT1002")]
    [InlineData("---\nname: Twice\n", "merit.yaml(4,1): error MRT1002: This is not valid YAML: a second document starts here")]
    [InlineData("channels: *nowhere\n", "merit.yaml(4,11): error MRT1002")]
    [InlineData("[a, b]: c\n", "merit.yaml(4,1): error MRT1002: This is not valid YAML: a key must be a single word")]
    public void Broken_yaml(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("sourcs: {}\n", "merit.yaml(4,1): error MRT1003: Unknown key 'sourcs'. Correct or remove it: did you mean 'sources'?")]
    [InlineData("pipelines: []\n", "merit.yaml(4,1): error MRT1003: Unknown key 'pipelines'. Correct or remove it: known here: name, currency, timezone,")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    delimeter: ';'\n", "merit.yaml(10,5): error MRT1003: Unknown key 'delimeter'. Correct or remove it: did you mean 'delimiter'?")]
    [InlineData(Source + "    into: spend\n    columns:\n      date: { from: a, fromat: b }\n", "merit.yaml(10,24): error MRT1003: Unknown key 'fromat'. Correct or remove it: did you mean 'format'?")]
    [InlineData("attribution:\n  models: [{ model: time-decay, halflife: 3d }]\n", "merit.yaml(5,33): error MRT1003: Unknown key 'halflife'. Correct or remove it: did you mean 'half_life'?")]
    public void Unknown_keys(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("name: Other\n", "merit.yaml(4,1): error MRT1004: The key 'name' stands here a second time; the first is in line 1.")]
    [InlineData("channels:\n  aliases: { Mail: a, mail: b }\n", "merit.yaml(5,23): error MRT1004")]
    [InlineData(Source + "    into: spend\n    columns: [date, date]\n", "merit.yaml(9,21): error MRT1004")]
    public void Keys_given_twice(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("sources:\n  crm: { into: spend, columns: [date] }\n", "merit.yaml(5,8): error MRT1005: The key 'connector' is missing.")]
    [InlineData("sources:\n  crm: { connector: files, into: spend, columns: [date] }\n", "merit.yaml(5,8): error MRT1005: The key 'path' is missing. Add 'path:' here: The files.")]
    [InlineData("sources:\n  crm:\n    connector: mirror\n    into:\n", "merit.yaml(7,5): error MRT1005: The key 'into' is missing.")]
    [InlineData("channels:\n  custom: [{ source: a }]\n", "merit.yaml(5,12): error MRT1005: The key 'channel' is missing.")]
    [InlineData("reports:\n  - { period: 2025 }\n", "merit.yaml(5,5): error MRT1005: The key 'template' is missing.")]
    public void Missing_keys(string rest, string expected) => Says(rest, expected);

    [Fact]
    public void An_empty_file_misses_what_it_must_hold() =>
        Assert.Equal(["merit.yaml(1,1): error MRT1005", "merit.yaml(1,1): error MRT1005", "merit.yaml(1,1): error MRT1005"], Loading.Findings("# nothing\n").Select(f => f[..31].TrimEnd(':')));

    [Fact]
    public void A_file_that_is_a_list_is_no_workspace() =>
        Assert.Equal(["merit.yaml(1,1): error MRT1006: 'merit.yaml' is a list, but must be a mapping. Write a mapping."], Loading.Findings("- a\n"));

    [Theory]
    [InlineData("sources: a\n", "merit.yaml(4,10): error MRT1006: 'sources' is a single value, but must be a mapping of names to values.")]
    [InlineData("sources:\n  crm:\n", "merit.yaml(5,7): error MRT1006: 'sources.crm' is empty, but must be a mapping.")]
    [InlineData("locale: [en]\n", "merit.yaml(4,9): error MRT1006: 'locale' is a list, but must be one of en, zh-CN.")]
    [InlineData("reports: lead-gen\n", "merit.yaml(4,10): error MRT1006: 'reports' is a single value, but must be a list.")]
    [InlineData("attribution: { models: [[first]] }\n", "merit.yaml(4,25): error MRT1006: 'attribution.models[1]' is a list")]
    public void Wrong_types(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("week_start: mon\n", "merit.yaml(4,13): error MRT1007: week_start: 'mon' is not one of sunday, monday,")]
    [InlineData("locale: zh_CN\n", "merit.yaml(4,9): error MRT1007: locale: 'zh_CN' is not one of en, zh-CN. Write one of en, zh-CN: did you mean 'zh-CN'?")]
    [InlineData("attribution: { lookback: 90 }\n", "merit.yaml(4,26): error MRT1007: attribution.lookback: '90' is not a length of time above zero. Write a number and a unit, such as 90d.")]
    [InlineData("attribution: { lookback: 0d }\n", "merit.yaml(4,26): error MRT1007")]
    [InlineData("attribution: { lookback: 99999999999999d }\n", "merit.yaml(4,26): error MRT1007")]
    [InlineData("attribution: { journeys: company }\n", "merit.yaml(4,26): error MRT1007")]
    [InlineData("attribution: { models: [{ id: Decay 14, model: time-decay }] }\n", "merit.yaml(4,31): error MRT1007")]
    [InlineData("channels: { rules: ga3 }\n", "merit.yaml(4,20): error MRT1007: channels.rules: 'ga3' is not one of ga4, none. Write one of ga4, none: did you mean 'ga4'?")]
    [InlineData("reports: [{ template: a, formats: [doc] }]\n", "merit.yaml(4,36): error MRT1007: reports[1].formats[1]: 'doc' is not one of html, md, csv, xlsx, pdf, png.")]
    [InlineData("reports: [../secret]\n", "merit.yaml(4,11): error MRT1007: reports[1]: '../secret' is not the name of a template.")]
    [InlineData("reports: [{ template: a, name: ../b }]\n", "merit.yaml(4,32): error MRT1007")]
    [InlineData("reports: [{ template: a, compare: last }]\n", "merit.yaml(4,35): error MRT1007")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    covers: soon\n", "merit.yaml(10,13): error MRT1007: sources.crm.covers: 'soon' is not a run of days.")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    covers: 2025-03-01..2025-03-01\n", "merit.yaml(10,13): error MRT1007")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    header: maybe\n", "merit.yaml(10,13): error MRT1007: sources.crm.header: 'maybe' is not true or false.")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    skip: 1.5\n", "merit.yaml(10,11): error MRT1007: sources.crm.skip: '1.5' is not a whole number.")]
    [InlineData(Source + "    into: spend\n    columns: [date]\n    timezone: China\n", "merit.yaml(10,15): error MRT1007: sources.crm.timezone: 'China' is not an IANA time zone.")]
    [InlineData(Source + "    into: My Deals\n", "merit.yaml(8,11): error MRT1007: sources.crm.into: 'My Deals' is not a name of small letters, digits and underscores.")]
    [InlineData(Source + "    into: deals\n    columns: { Deal Id: a }\n", "merit.yaml(9,16): error MRT1007: Deal Id: 'Deal Id' is not a name of small letters, digits and underscores.")]
    [InlineData("sources:\n  my crm: { connector: mirror, into: deals }\n", "merit.yaml(5,3): error MRT1007: sources.my crm: 'my crm' is not a name of letters, digits, - and _.")]
    public void Bad_values(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("currency: cny\ntimezone: UTC\n", "merit.yaml(2,11): error MRT1007: currency: 'cny' is not an ISO 4217 currency code. Write a code such as CNY, EUR or USD: did you mean 'CNY'?")]
    [InlineData("currency: CNY\ntimezone: Asia/Shangai\n", "merit.yaml(3,11): error MRT1007: timezone: 'Asia/Shangai' is not an IANA time zone. Write a name such as Asia/Shanghai or Europe/Berlin: did you mean 'Asia/Shanghai'?")]
    [InlineData("currency: CNY\ntimezone: China Standard Time\n", "merit.yaml(3,11): error MRT1007")]
    public void Bad_values_of_the_head(string head, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Loading.Findings("name: Acme\n" + head)), StringComparison.Ordinal);

    [Theory]
    [InlineData("sources:\n  a: { connector: flies, into: spend, columns: [date] }\n", "merit.yaml(5,19): error MRT1011: No plugin offers a connector 'flies'. Name an installed connector ('merit plugins' lists them): did you mean 'files'?")]
    [InlineData("attribution:\n  models: [first, linaer]\n", "merit.yaml(5,19): error MRT1012: No plugin offers an attribution model 'linaer'. Name an installed model ('merit plugins' lists them): did you mean 'linear'?")]
    [InlineData("attribution:\n  models: [{ id: x, model: linaer, anything: 1 }]\n", "merit.yaml(5,28): error MRT1012")]
    public void Unknown_plugins(string rest, string expected) => Says(rest, expected);

    [Theory]
    [InlineData("    into: spend\n    columns: { amout: Cost }\n", "merit.yaml(9,16): error MRT1013: The table 'spend' has no column 'amout'. Correct the name, or give it a type to add a column of your own, such as { from: …, type: text }: did you mean 'amount'?")]
    [InlineData("    into: spend\n    columns: { amount: { from: a, constant: 1 } }\n", "merit.yaml(9,24): error MRT1014: The column 'amount' is made of from and constant.")]
    [InlineData("    into: spend\n    columns: { amount: { decimal: ',' } }\n", "merit.yaml(9,24): error MRT1014: The column 'amount' is made of nothing.")]
    [InlineData("    into: credits\n", "merit.yaml(8,11): error MRT1015: The table 'credits' is made by Merit")]
    [InlineData("    into: spend\n    columns: { original_amount: Cost }\n", "merit.yaml(9,16): error MRT1016: The column 'spend.original_amount' is filled by Merit")]
    [InlineData("    into: leads\n    columns: { source: origin }\n", "merit.yaml(6,5): error MRT1017: The source 'crm' fills the table 'leads' without its key column 'lead_id'.")]
    [InlineData("    into: leads\n    key: lead_id\n    columns: [lead_id]\n", "merit.yaml(9,10): error MRT1018: The key of the table 'leads' is fixed: lead_id.")]
    [InlineData("    into: deals\n    key: [deal_id]\n    columns: [dealid]\n", "merit.yaml(9,10): error MRT1019: The key column 'deal_id' is not among the columns this source fills. Map it, or name another: did you mean 'dealid'?")]
    [InlineData("    into: lead\n    columns: [lead_id]\n", "merit.yaml(8,11): error MRT1020: 'lead' is not a table of Merit's data model, but nearly 'leads'.")]
    [InlineData("    into: spend\n    columns: { amount: { from: a, type: text } }\n", "merit.yaml(9,16): error MRT1021: The column 'spend.amount' is of type money, not text.")]
    [InlineData("    into: spend\n    columns: { amount: { from: a, format: '%Y' } }\n", "merit.yaml(9,16): error MRT1025: 'format' means nothing for the column 'amount', which is of type money.")]
    [InlineData("    into: spend\n    columns: { category: { from: a, decimal: ',' } }\n", "merit.yaml(9,16): error MRT1025: 'decimal' means nothing for the column 'category', which is of type text.")]
    [InlineData("    into: spend\n", "merit.yaml(6,5): error MRT1026: The source 'crm' does not say what the columns of the table 'spend' are made of.")]
    [InlineData("    into: spend\n    columns: [date]\n    skip: 101\n", "merit.yaml(10,11): error MRT1028: skip: '101' is refused: The field skip must be between 0 and 100.")]
    [InlineData("    into: spend\n    columns: { deal size: { from: a, type: money } }\n", "merit.yaml(9,16): error MRT1007")]
    public void Sources_that_do_not_fit(string rest, string expected) => Says(Source + rest, expected);

    [Theory]
    [InlineData("attribution: { default: markov, models: [first, last] }\n", "merit.yaml(4,25): error MRT1022: The default model 'markov' is not among the models. Add it to 'models' or choose another default: known here: first, last.")]
    [InlineData("attribution: { models: [first, last, first] }\n", "merit.yaml(4,38): error MRT1023: Two models are named 'first'.")]
    [InlineData("reports: [lead-gen, { template: revenue, name: lead-gen }]\n", "merit.yaml(4,21): error MRT1024: Two reports would be written to 'lead-gen'.")]
    [InlineData("channels: { custom: [{ channel: a }] }\n", "merit.yaml(4,22): error MRT1027: This rule for the channel 'a' looks at nothing")]
    public void Settings_that_contradict(string rest, string expected) => Says(rest, expected);

    [Fact]
    public void A_file_that_grows_through_aliases_or_depth_is_refused_quickly()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));

        Says($"channels: {deep}\n", "merit.yaml(4,");
    }

    private static void Says(string rest, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Loading.Findings(Loading.Head + rest)), StringComparison.Ordinal);
}
