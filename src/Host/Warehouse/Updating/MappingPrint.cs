using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Updating;

/// <summary>
/// A print of all that what a row becomes depends on, but for the row itself: the mapping, the columns it is made of, the workspace's currency, clock and channels, rates and
/// campaigns where they are looked up, the engine and this build. Rows mapped under one print are what they would be if they were mapped anew.
/// </summary>
internal static partial class MappingPrint
{
    private static readonly JsonSerializerOptions Written = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The print; null where a row's values may be others the next time, or depend on other rows of the source.</summary>
    public static string? Of(Session session, Workspace workspace, Source source, Staged staged, TableLayout layout)
    {
        // Columns that nobody named are found, and their types, by looking at all rows.
        if (source.Columns.Count == 0 || source.Columns.Select(c => c.Expression).Append(source.Where).Any(e => e is not null && Aging().IsMatch(e)))
        {
            return null;
        }

        var text = JsonSerializer.Serialize(
            new
            {
                Engine = Session.EngineVersion,
                Build = typeof(MappingPrint).Module.ModuleVersionId,
                source.Name,
                source.Into,
                source.Where,
                Columns = source.Columns.Select(c => new { c.Name, c.From, c.Constant, c.Expression, c.Type, c.Format, c.DecimalSeparator }),
                Given = staged.Columns,
                Layout = new { layout.Columns, layout.Key, layout.Time },
                Clocks = new[] { source.Zone, workspace.Zone }.Select(z => z.Id + ZoneClock.ToUtc("t", z, (DateTime.MinValue, DateTime.MaxValue))),
                workspace.Currency,
                Channels = new { Rules = workspace.Channels.Rules.Select(r => new { r.Channel, r.Source, r.Medium, r.Campaign }), workspace.Channels.Ga4, Aliases = workspace.Channels.Aliases.OrderBy(a => a.Key, StringComparer.Ordinal) },
                Rates = source.Columns.Any(c => Same(c.Name, "currency")) ? Print(session, "main.rates", "currency, date, rate") : null,
                Campaigns = Same(source.Into, "touchpoints") ? Print(session, "main.campaigns", "campaign_id, channel, utm_campaign") : null,
            },
            Written);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? Print(Session session, string table, string columns) =>
        session.Scalar<string>($"SELECT count(*) || ' ' || coalesce(sum(hash({columns})), 0) FROM {table}");

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // The one function allowed in expressions that, of one date, tells how long ago it is today.
    [GeneratedRegex(@"\bage\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aging();
}
