using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Workspaces;

public sealed class IdentityKeysTests
{
    private const string Contacts = Loading.Head + "sources:\n  crm: { connector: mirror, into: contacts, columns: { contact_id: id, email: mail, phone: tel, anonymous_id: cookie, crm_id: { from: ref, type: text } } }\n";

    private static readonly (string, string) Secret = ("KEY", "0123456789abcdef");

    [Fact]
    public void A_key_is_what_its_name_says_unless_told_otherwise()
    {
        var identity = Loading.Load(Contacts + "identity: { keys: [email, { key: phone, country: \"86\", at_most: 3, never: [\"000\", 10086] }, anonymous_id, { key: crm_id, as: email, contact: true }] }\n").Identity;
        Assert.Equal([KeyKind.Email, KeyKind.Phone, KeyKind.Id, KeyKind.Email], identity?.Keys.Select(k => k.Kind));
        Assert.Equal([false, false, true, true], identity?.Keys.Select(k => k.IsContact));
        Assert.Equal([10, 3, 10, 10], identity?.Keys.Select(k => k.AtMost));
        Assert.Equal(("86", "000,10086"), (identity?.Keys[1].Country, string.Join(',', identity?.Keys[1].Never ?? [])));
    }

    [Fact]
    public void Without_it_each_contact_id_is_one_person() => Assert.Null(Loading.Load(Contacts).Identity);

    [Fact]
    public void What_is_hashed_is_hidden_of_every_source_that_may_tell_it()
    {
        var workspace = Loading.Load(
            Contacts + "  visits: { connector: mirror, into: touchpoints, columns: { touch_id: id, contact_id: who } }\n  costs: { connector: mirror, into: spend, columns: { amount: cost } }\n  any: { connector: mirror, into: own }\n"
            + "identity: { keys: [email], hash: [email], secret: \"${KEY}\" }\n", null, Secret);
        Assert.Equal([true, true, false, true], workspace.Sources.Select(s => workspace.Identity?.Hides(s) == true));
    }

    [Theory]
    [InlineData("keys: [email, email]", "MRT1320")]
    [InlineData("keys: [emial]", "MRT1321")]
    [InlineData("keys: [email], hash: [fax], secret: \"${KEY}\"", "MRT1321")]
    [InlineData("keys: [{ key: crm_id, country: \"86\" }]", "MRT1322")]
    [InlineData("keys: [email], hash: email", "MRT1323")]
    [InlineData("keys: [email], hash: email, secret: \"${SHORT}\"", "MRT1323")]
    [InlineData("keys: [created_at]", "MRT1324")]
    [InlineData("keys: [anonymous_id], hash: [anonymous_id], secret: \"${KEY}\"", "MRT1325")]
    [InlineData("keys: [contact_id]", "MRT1326")]
    [InlineData("keys: [email], hash: email, secret: 0123456789abcdef", "MRT4")]
    [InlineData("keys: [{ key: phone, country: \"+86\" }]", "MRT10")]
    [InlineData("keys: [{ key: phone, at_most: 1 }]", "MRT10")]
    [InlineData("keys: [E-mail]", "MRT10")]
    [InlineData("hash: [email]", "MRT10")]
    public void Mistakes_are_told_at_their_place(string identity, string code)
    {
        var findings = Loading.Findings(Contacts + $"identity: {{ {identity} }}\n", null, Secret, ("SHORT", "too short"));
        Assert.Contains(findings, f => f.StartsWith("merit.yaml(6,", StringComparison.Ordinal) && f.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(findings, f => f.Contains("too short", StringComparison.Ordinal) && !f.Contains("the secret is too short", StringComparison.Ordinal));
    }
}
