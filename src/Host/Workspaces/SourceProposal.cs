using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Workspaces;

/// <summary>What a source fills where merit.yaml does not say: its connector's own mapping, where it has one.</summary>
internal sealed record SourceProposal(string? Into, IReadOnlyList<ColumnMapping> Columns)
{
    private static readonly SourceProposal None = new(null, []);

    /// <summary>Whether the settings are wrong, so that there may be more of it once they are right.</summary>
    public bool IsWrong { get; private init; }

    /// <summary>Whether a connector makes proposals at all.</summary>
    public static bool IsMade(PluginEntry connector)
    {
        try
        {
            return Activator.CreateInstance(connector.Options) is { } options && connector.Create(options) is IMaps;
        }
        catch (Exception)
        {
            // It needs settings to be made: what it can is asked once there are some.
            return false;
        }
    }

    /// <summary>Asks the connector; what is wrong with the settings is among the findings.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="source">The source as far as it is read.</param>
    /// <param name="directory">The workspace's folder.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static SourceProposal Of(PluginEntry connector, Source source, string directory, Findings findings)
    {
        var secrets = Secrets.Of(source.Options);
        try
        {
            if (PluginCatalog.MakeConnector(connector, source.Options, source.At) is not IMaps maps)
            {
                return None;
            }

            var proposed = maps.Propose(directory);
            findings.AddRange(proposed.Wrong.Select(w => LoadRules.WrongOption.At(
                w.Option is { } key && source.OptionsAt.TryGetValue(key, out var at) ? at : source.At, source.Name, secrets.Hide(w.Message), secrets.Hide(w.NextStep))));
            return new SourceProposal(proposed.Into, [.. proposed.Columns.Select(c => Column(c, source.At))]) { IsWrong = proposed.Wrong.Count > 0 };
        }
        catch (Exception e) when (e is not MeritException)
        {
            findings.Add(LoadRules.ConnectorFailed, source.At, source.Name, source.Connector, secrets.Hide(e.Message.TrimEnd('.')));
            return None;
        }
        catch (MeritException)
        {
            // Said when the source is read.
            return None;
        }
    }

    /// <summary>The mapping, with what merit.yaml says in the place of what the connector does.</summary>
    public IReadOnlyList<ColumnMapping> With(string into, IReadOnlyList<ColumnMapping> given) => !string.Equals(into, Into, StringComparison.Ordinal)
        ? given
        : [.. Columns.Select(c => given.FirstOrDefault(g => Same(g, c)) ?? c), .. given.Where(g => !Columns.Any(c => Same(g, c)))];

    private static ColumnMapping Column(ProposedColumn column, Place at) => new()
    {
        Name = column.Name,
        From = column.From,
        Constant = column.Constant,
        Expression = column.Expression,
        Type = column.Type is { } type && ColumnKeys.Types.TryGetValue(type, out var known) ? known : null,
        Format = column.Format,
        At = at,
    };

    private static bool Same(ColumnMapping a, ColumnMapping b) => string.Equals(a.Name, b.Name, StringComparison.Ordinal);
}
