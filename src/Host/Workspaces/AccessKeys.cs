using Merit.Diagnostics;
using Merit.Host.Access;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary><c>access</c>: how others reach <c>merit serve</c>, and which rows they may see.</summary>
internal static class AccessKeys
{
    private static readonly Key<string> Address = new("address", Values.Text, "The address under which others reach 'merit serve', such as https://merit.example.com; then everybody signs in.");
    private static readonly Key<bool> Always = new("always", Values.Flag, "Whether also who sits at this machine signs in; false unless given.");
    private static readonly Key<TimeSpan> Session = new("session", Values.Duration, "How long somebody stays signed in without looking at anything; 12h unless given.");
    private static readonly Key<int> Requests = new("requests", Values.Integer.Where("a number of requests", "a whole number from 1 to 100000", n => n is > 0 and <= 100_000), "How many requests a minute one visitor may send; 600 unless given.");

    private static readonly Key<string> Authority = new("authority", Values.Text, "The provider's address, such as https://login.example.com/realms/acme; it describes itself below it.") { Required = true };
    private static readonly Key<string> ClientId = new("client_id", Values.Text, "As what Merit is known there.") { Required = true };
    private static readonly Key<string> ClientSecret = new("client_secret", Values.Text, "What Merit shows there, such as ${OPENID_SECRET}.");
    private static readonly Key<string> Name = new("name", Values.Text, "What users call it; OpenID unless given.");
    private static readonly Key<string> Claim = new("claim", Values.Text, "What of its word is a user's name here, such as preferred_username; email unless given, where the provider has verified it.");
    private static readonly Key<OpenIdSettings> Provider = new("openid", new ObjectShape<OpenIdSettings>(new KeySet([Authority, ClientId, ClientSecret, Name, Claim]), OfProvider), "The provider with which users sign in, by OpenID Connect.");

    private static readonly IReadOnlyDictionary<Role, Key<IReadOnlyList<string>>> OfRoles = Roles.ByName.ToDictionary(
        r => r.Value,
        r => new Key<IReadOnlyList<string>>(r.Key, new ListShape<string>(Values.Text, oneWillDo: true), $"Filters that every question of the role {r.Key} gets, such as \"campaign_owner = {{user.owner}}\"; all must hold."));

    private static readonly Key<RoleRows> Rows = new("rows", new ObjectShape<RoleRows>(new KeySet([.. OfRoles.Values]), Ruled), "Which rows each role may see; all unless given.");

    public static Shape<AccessSettings> Shape { get; } = new ObjectShape<AccessSettings>(new KeySet([Address, Always, Session, Requests, Provider, Rows]), (values, findings) => new AccessSettings
    {
        Address = InboundKeys.Site(values, Address, findings),
        Always = values.Get(Always, false),
        Session = values.Get(Session, new AccessSettings().Session),
        Pace = values.Get(Requests, AccessSettings.UsualPace),
        OpenId = values.Find(Provider),
        Rows = values.Find(Rows)?.ByRole ?? new AccessSettings().Rows,
    });

    private static OpenIdSettings? OfProvider(KeyValues values, Findings findings)
    {
        RecipientKeys.Written(values, ClientSecret, findings);
        return InboundKeys.Site(values, Authority, findings) is not { } authority ? null : new OpenIdSettings
        {
            Authority = authority, ClientId = values.Get(ClientId, ""), ClientSecret = values.Find(ClientSecret), Name = values.Get(Name, "OpenID"), Claim = values.Get(Claim, OpenIdSettings.Email),
        };
    }

    private static RoleRows Ruled(KeyValues values, Findings findings)
    {
        foreach (var (key, rule) in OfRoles.Values.SelectMany(key => values.Get(key, []).Select(rule => (key, rule))))
        {
            try
            {
                RowRule.Parse(rule);
            }
            catch (MeritException wrong)
            {
                findings.AddRange(wrong.Diagnostics.Select(d => d with { At = values.At(key) }));
            }
        }

        return new RoleRows(OfRoles.Where(r => values.Has(r.Value)).ToDictionary(r => r.Key, r => values.Get(r.Value, [])));
    }

    private sealed record RoleRows(IReadOnlyDictionary<Role, IReadOnlyList<string>> ByRole);
}
