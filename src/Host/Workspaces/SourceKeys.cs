using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;
using Merit.Plugins;

namespace Merit.Host.Workspaces;

/// <summary>A source as read; its zone is the workspace's unless it names its own.</summary>
internal sealed record SourceDraft(Source Source, bool HasZone);

/// <summary>The keys of a source: the host's own, and the options of its connector beside them.</summary>
internal sealed partial class SourceKeys(PluginCatalog catalog, string directory) : Shape<SourceDraft>
{
    private static readonly Key<string> Into = new("into", ColumnKeys.Name, "The table it fills: one of Merit's data model, or one of your own; the connector's own choice unless given, where it has one.");

    private static readonly Key<IReadOnlyList<ColumnMapping>> Columns = new("columns", ColumnKeys.Mappings, "What each column is made of; or a list of names that need no mapping. Beside a connector's own mapping, what differs from it.");

    private static readonly Key<IReadOnlyList<string>> KeyColumns = new(
        "key", new ListShape<string>(Values.Text, oneWillDo: true), "The columns that tell rows of a table of your own apart.");

    private static readonly Key<TimeZoneInfo> Zone = new("timezone", Values.Zone, "The zone of times that name none; the workspace's unless given.");

    private static readonly Key<string> Where = new("where", Values.Text, "A SQL condition over the source's own columns; other rows are left out and counted.");

    private static readonly Key<Days> Covers = new("covers", CoveredDays.Shape, "The days the source answers for: 2025, 2025-03 or 2025-01-01..2026-01-01 (the last day is not covered).");

    private static readonly Key<TimeSpan> Lookback = new(
        "lookback", Values.Duration, "How far before the last load's end a source that gives only what changed is read again, such as 3d; its connector's own unless given.");

    private static readonly Key<ReadBudget> Budget = new("budget", BudgetShape.Shape, "What one load takes at most, such as 100000 (rows) or 500MB; the next load goes on from there.");

    private readonly Key<PluginEntry> _connector = new("connector", new ConnectorShape(catalog), "What reads it; 'merit plugins' lists the connectors.") { Required = true };

    public static ScalarShape<string> Name { get; } = Values.Matching(NameForm(), "a name of letters, digits, - and _", "a name such as crm_leads");

    public override string Expected => "a mapping";

    private KeySet Host => new([_connector, Into, Columns, KeyColumns, Zone, Where, Covers, Lookback, Budget]);

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out SourceDraft value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        // Which keys there may be depends on the connector; its own finding, if any, is made when all keys are read.
        var connector = mapping.Find(_connector.Name) is { } named ? _connector.Shape.Read(named, new Findings()) as PluginEntry : null;
        var binder = connector is null ? null : new OptionsBinder(connector.Options);
        var found = findings.All.Count;
        var values = Host.With(binder?.Keys ?? []).Read(mapping, findings, open: connector is null);
        var source = new Source
        {
            Name = mapping.Path[(mapping.Path.LastIndexOf('.') + 1)..],
            Connector = connector?.Id ?? "",
            Options = binder?.Bind(values, findings) ?? new NoOptions(),
            Into = values.Get(Into, ""),
            Columns = values.Get(Columns, []),
            Key = values.Get(KeyColumns, []),
            Zone = values.Get(Zone, TimeZoneInfo.Utc),
            Where = values.Find(Where),
            Covers = values.Find(Covers) is { } days ? (days.From, days.To) : null,
            Lookback = values.FindObject(Lookback) as TimeSpan?,
            Budget = values.Find(Budget),
            At = mapping.At,
            OptionsAt = binder?.Keys.Where(values.Has).ToDictionary(k => k.Name, values.At, StringComparer.Ordinal) ?? [],
        };

        // Options that are wrong were spoken of, and would only be spoken of again.
        var proposal = connector is null || findings.All.Count > found ? null : SourceProposal.Of(connector, source, directory, findings);
        var mayFollow = proposal is { IsWrong: true } || (proposal is null && connector is not null && SourceProposal.IsMade(connector));
        if (proposal?.Into is null && !mayFollow && mapping.Find(Into.Name) is null or ScalarNode { IsNull: true })
        {
            findings.Add(WorkspaceRules.MissingKey, mapping.Entries.FirstOrDefault(e => e.Key is "into")?.At ?? mapping.At, Into.Name, Into.Description);
        }

        var into = source.Into.Length > 0 ? source.Into : proposal?.Into ?? "";
        source = source with { Into = into, Columns = proposal?.With(into, source.Columns) ?? source.Columns };
        new SourceChecks(source, findings).Run(
            columnsGiven: mapping.Find(Columns.Name) is not null || source.Columns.Count > 0, intoAt: values.At(Into), keyAt: values.At(KeyColumns));
        value = new SourceDraft(source, values.Has(Zone));
        return true;
    }

    public override JsonObject Schema()
    {
        var schema = Host.Schema();
        schema.Remove("additionalProperties");
        schema["allOf"] = new JsonArray([.. catalog.Entries.Where(e => e.Kind == PluginKind.Connector).Select(Branch)]);
        schema["unevaluatedProperties"] = false;
        return schema;
    }

    private static JsonNode Branch(PluginEntry entry)
    {
        var options = new KeySet([.. new OptionsBinder(entry.Options).Keys]).Schema();
        options.Remove("additionalProperties");
        options.Remove("type");
        if (!SourceProposal.IsMade(entry))
        {
            options["required"] = new JsonArray([.. options["required"]?.AsArray().Select(r => r?.DeepClone()) ?? [], JsonValue.Create(Into.Name)]);
        }

        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["connector"] = new JsonObject { ["const"] = entry.Id } } },
            ["then"] = options,
        };
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();

    private sealed class ConnectorShape(PluginCatalog catalog) : Shape<PluginEntry>
    {
        private IEnumerable<string> Known => catalog.Entries.Where(e => e.Kind == PluginKind.Connector).Select(e => e.Id);

        public override string Expected => "the id of a connector";

        public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out PluginEntry value)
        {
            value = null;
            if (!Values.Text.TryRead(node, findings, out var id))
            {
                return false;
            }

            value = catalog.Connector(id);
            if (value is null)
            {
                var written = ((ScalarNode)node).Written;
                findings.Add(WorkspaceRules.UnknownConnector, node.At, written, Suggestion.For(written, Known));
            }

            return value is not null;
        }

        public override JsonObject Schema() => Values.Enumeration(Known);
    }
}
