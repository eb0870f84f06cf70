using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>An entry of <c>schedules</c>.</summary>
internal sealed class ScheduleKeys : Shape<Schedule>
{
    private static readonly Key<IReadOnlyList<string>> Reports = new("reports", new ListShape<string>(Values.Text, oneWillDo: true), "The reports to send, by their names.");


    /// <summary>Who gets what.</summary>
    public static Key<IReadOnlyList<string>> Recipients { get; } = new("recipients", new ListShape<string>(Values.Text, oneWillDo: true), "Who gets it, by the names under 'recipients' of merit.yaml.");

    public override string Expected => "a mapping";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out Schedule value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        var values = Keys.Read(mapping, findings);
        value = new Schedule
        {
            Name = mapping.Path[(mapping.Path.LastIndexOf('.') + 1)..],
            Timing = TimingKeys.Read(values),
            Reports = values.Get(Reports, []),
            Recipients = values.Get(Recipients, []),
            At = mapping.At,
        };
        return true;
    }

    public override JsonObject Schema() => Keys.Schema();

    private static KeySet Keys => new([.. TimingKeys.All, Reports, Recipients]);
}
