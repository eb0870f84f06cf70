using System.CommandLine;
using System.Globalization;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Keys;
using Merit.Plugins.Attribution;

namespace Merit.Host.Commands;

/// <summary>The options that say which touches a journey holds: those of merit.yaml, for every model of this run.</summary>
internal sealed class JourneyOptions
{
    private readonly Option<TimeSpan?> _lookback = new("--lookback")
    {
        Description = "How long before a conversion a touchpoint may lie: days, or a length such as 12h or 2w.",
        HelpName = "DAYS",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            var length = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 100_000 ? TimeSpan.FromDays(days) : Values.Length(text);
            if (length is null || length <= TimeSpan.Zero)
            {
                result.AddError($"'{text}' is not a value of --lookback: give days, such as 30, or a length above zero, such as 12h or 2w.");
            }

            return length;
        },
    };

    private readonly Option<bool> _collapse = new("--collapse-repeats") { Description = "Of touches of the same channel (or unit), one right after the other, only the first takes part." };

    private readonly Option<bool> _chained = new("--chained") { Description = "A touch counts only for the first conversion of a kind after it." };

    private readonly Option<string> _until = Verb.Words("--until", "The stage after which touches take no part", "lead", "opportunity", "conversion");

    private readonly Option<string[]> _channels = Verb.Names("--exclude-channel", "Channels whose touches take no part; commas between several, or given again.");

    private readonly Option<string[]> _campaigns = Verb.Names("--exclude-campaign", "Ids of campaigns whose touches take no part.");

    private readonly Option<string[]> _unit = Verb.Names("--unit", "The columns of touchpoints by which two touches are the same; channel unless given.");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_lookback, _collapse, _chained, _until, _channels, _campaigns, _unit];

    /// <summary>The models with what was given in the place of what they, or the workspace, say.</summary>
    public IReadOnlyList<ModelSettings> ApplyTo(IReadOnlyList<ModelSettings> models, ParseResult parsed) =>
        [.. models.Select(model => model with { Journeys = ApplyTo(model.Journeys, parsed) })];

    private JourneyChanges ApplyTo(JourneyChanges own, ParseResult parsed)
    {
        var lookback = parsed.GetValue(_lookback);
        return own with
        {
            Lookback = lookback ?? own.Lookback,
            LookbackOf = lookback is null ? own.LookbackOf : null,
            CollapseRepeats = parsed.GetValue(_collapse) ? true : own.CollapseRepeats,
            Chained = parsed.GetValue(_chained) ? true : own.Chained,
            Until = parsed.GetValue(_until) switch { "lead" => Stage.Lead, "opportunity" => Stage.Opportunity, "conversion" => Stage.Conversion, _ => own.Until },
            ExcludeChannels = parsed.GetValue(_channels) is { Length: > 0 } channels ? channels : own.ExcludeChannels,
            ExcludeCampaigns = parsed.GetValue(_campaigns) is { Length: > 0 } campaigns ? campaigns : own.ExcludeCampaigns,
            Unit = parsed.GetValue(_unit) is { Length: > 0 } unit ? unit : own.Unit,
        };
    }
}
