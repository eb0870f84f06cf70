using Merit.Diagnostics.Rules;
using Merit.Host.Inbound;
using Merit.Host.Links;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary><c>inbound</c>: what <c>merit serve</c> takes in.</summary>
internal static class InboundKeys
{
    private const int ShortestSecret = 16;

    private static readonly Key<string> Secret = new("secret", Values.Text, "What requests are signed with, such as ${SIGNUP_SECRET}; for programs.");
    private static readonly Key<Signer> Signed = new("signed", Values.OneOf(new Dictionary<string, Signer>(StringComparer.Ordinal)
    {
        ["merit"] = Signer.Merit, ["sendgrid"] = Signer.Sendgrid, ["mailgun"] = Signer.Mailgun, ["mandrill"] = Signer.Mandrill, ["hmac"] = Signer.Hmac,
    }), "Who signs requests with the secret: sendgrid, mailgun, mandrill, hmac (HMAC-SHA-256 of the body, in 'header'), or merit (unless given), as docs/inbound.md says.");
    private static readonly Key<string> Header = new("header", Values.Text, "The header that holds the signature, such as X-Signature; with signed: hmac.");
    private static readonly Key<string> Token = new("token", Values.Text, "What requests name instead of a signature, such as ${FORM_TOKEN}; for browsers, and for services that cannot sign.");
    private static readonly Key<IReadOnlyList<string>> Origins = new("origins", new ListShape<string>(Values.Text, oneWillDo: true), "The sites whose pages may send, such as https://www.example.com; none unless given.");
    private static readonly Key<int> Rate = new("rate", Values.Integer.Where("a number of requests", "a whole number from 1 to 100000", n => n is > 0 and <= 100_000), "How many requests a minute; 600 unless given.");
    private static readonly Key<string> Size = new("size", Values.Text, "How large one request may be, such as 1MB; 256KB unless given.");
    private static readonly Key<string> Then = new("then", Values.Text, "The page a browser that sent a form is led to.");

    private static readonly Key<string> Url = new("url", Values.Text, "The page it leads to.") { Required = true };
    private static readonly Key<string> Campaign = new("campaign", Values.Literal, "The campaign: its id, its utm_campaign or its name.") { Required = true };
    private static readonly Key<string> Source = new("source", Values.Text, "utm_source: where it stands, such as poster.") { Required = true };
    private static readonly Key<string> Medium = new("medium", Values.Text, "utm_medium: what kind of thing that is, such as qr.") { Required = true };
    private static readonly Key<string> Content = new("content", Values.Literal, "utm_content: which of several there.");
    private static readonly Key<string> Term = new("term", Values.Literal, "utm_term: the keyword.");

    private static readonly Key<string> Address = new("address", Values.Text, "The address under which others reach it, such as https://go.example.com: what short addresses and their QR codes begin with.");

    private static readonly Key<IReadOnlyList<Named<InboundEndpoint>>> Endpoints = new(
        "endpoints", new MapShape<InboundEndpoint>(new ObjectShape<InboundEndpoint>(new KeySet([Secret, Signed, Header, Token, Origins, Rate, Size, Then]), Endpoint), SourceKeys.Name), "Addresses that take events, /in/NAME, by names of your own.");

    private static readonly Key<IReadOnlyList<Named<LinkTag>>> Links = new(
        "links", new MapShape<LinkTag>(new ObjectShape<LinkTag>(new KeySet([Url, Campaign, Source, Medium, Content, Term]), Link), SourceKeys.Name), "Short addresses, /q/NAME, that lead to a tagged link and count who comes by them.");

    public static Shape<InboundSettings> Shape { get; } = new ObjectShape<InboundSettings>(new KeySet([Address, Endpoints, Links]), (values, findings) =>
    {
        List<InboundEndpoint> endpoints = [.. values.Get(Endpoints, []).Select(e => e.Value)];
        if (!values.Has(Address))
        {
            foreach (var endpoint in endpoints.Where(e => e.Signer is Signer.Mandrill))
            {
                findings.Add(InboundSettingsRules.SignerNeeds, endpoint.At, endpoint.Name, "mandrill", "'address' under 'inbound', which Mandrill signs too");
            }
        }

        return new InboundSettings { Address = Site(values, Address, findings), Endpoints = endpoints, Links = [.. values.Get(Links, []).Select(l => new ShortLink(l.Name, l.Value))] };
    });

    private static InboundEndpoint Endpoint(KeyValues values, Findings findings)
    {
        var name = values.Mapping.Path[(values.Mapping.Path.LastIndexOf('.') + 1)..];
        foreach (var key in new[] { Secret, Token })
        {
            RecipientKeys.Written(values, key, findings);
            if (values.Find(key) is { Length: < ShortestSecret } guessed)
            {
                findings.Add(InboundSettingsRules.ShortSecret, values.At(key), key.Name, name, guessed.Length);
            }
        }

        var ways = new[] { Secret, Token }.Count(k => values.Mapping.Find(k.Name) is not null);
        if (ways != 1)
        {
            findings.Add(InboundSettingsRules.OneWay, values.Mapping.At, name, ways == 0 ? "no way" : "two ways");
        }

        CheckSigner(values, name, findings);
        var origins = values.Get(Origins, []);
        foreach (var origin in origins.Where(o => !IsSite(o)))
        {
            findings.Add(InboundSettingsRules.NoOrigin, values.At(Origins), origin);
        }

        if (values.Has(Secret) && (origins.Count > 0 || values.Has(Then)))
        {
            findings.Add(InboundSettingsRules.OriginsWithSecret, values.At(values.Has(Then) ? Then : Origins), name);
        }

        if (name is InboundDoor.Scans)
        {
            findings.Add(WorkspaceRules.BadValue, values.Mapping.At, values.Mapping.Path, name, "a free name", "another one: visits by short addresses are kept under this one.");
        }

        return new InboundEndpoint
        {
            Name = name,
            Secret = values.Find(Secret),
            Signer = values.Get(Signed, Signer.Merit),
            Header = values.Find(Header),
            Token = values.Find(Token),
            Origins = origins,
            Rate = values.Get(Rate, InboundEndpoint.UsualRate),
            Size = values.Has(Size) ? Bytes(values, findings) : InboundEndpoint.UsualSize,
            Then = Site(values, Then, findings),
            At = values.Mapping.At,
        };
    }

    private static void CheckSigner(KeyValues values, string name, Findings findings)
    {
        var signer = values.Get(Signed, Signer.Merit);
        if (values.Has(Signed) && !values.Has(Secret))
        {
            findings.Add(InboundSettingsRules.SignerNeeds, values.At(Signed), name, values.Written(Signed), "the 'secret' they are signed with");
        }
        else if (values.Has(Header) && signer is not Signer.Hmac)
        {
            findings.Add(InboundSettingsRules.SignerNeeds, values.At(Header), name, signer.ToString().ToLowerInvariant(), "'signed: hmac', to which alone 'header' belongs");
        }
        else if (signer is Signer.Hmac && !values.Has(Header))
        {
            findings.Add(InboundSettingsRules.SignerNeeds, values.At(Signed), name, "hmac", "the 'header' that holds the signature");
        }
        else if (signer is Signer.Sendgrid && values.Find(Secret) is { } text)
        {
            using var key = SenderSignatures.VerificationKey(text);
            if (key is null)
            {
                findings.Add(InboundSettingsRules.NoVerificationKey, values.At(Secret), name);
            }
        }
    }

    private static LinkTag Link(KeyValues values, Findings findings) =>
        new(values.Get(Url, ""), values.Get(Campaign, ""), values.Get(Source, ""), values.Get(Medium, "")) { Content = values.Find(Content), Term = values.Find(Term), At = values.Mapping.At };

    /// <summary>The address of a web server.</summary>
    public static Uri? Site(KeyValues values, Key<string> key, Findings findings)
    {
        if (values.Find(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0)
        {
            return address;
        }

        findings.Add(InboundSettingsRules.NoAddress, values.At(key), values.Written(key));
        return null;
    }

    // As the header Origin has it: no path, no port that goes without saying.
    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "https" or "http" && string.Equals(site.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    private static long Bytes(KeyValues values, Findings findings)
    {
        var text = values.Get(Size, "");
        var unit = text.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? 1L << 20 : text.EndsWith("KB", StringComparison.OrdinalIgnoreCase) ? 1L << 10 : 0;
        if (unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 2).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 && number * unit <= 32L << 20)
        {
            return number * unit;
        }

        findings.Add(WorkspaceRules.BadValue, values.At(Size), $"{values.Mapping.Path}.size", values.Written(Size), "a size", "a number of KB or MB, such as 512KB; 32MB at most.");
        return InboundEndpoint.UsualSize;
    }
}
