using Merit.Diagnostics;
using Merit.Host.Links;

namespace Merit.Host.Inbound;

/// <summary><c>inbound</c>: what <c>merit serve</c> takes in. Nothing unless it is declared.</summary>
internal sealed record InboundSettings
{
    /// <summary>The address under which others reach it, or null for this machine alone.</summary>
    public Uri? Address { get; init; }

    public IReadOnlyList<InboundEndpoint> Endpoints { get; init; } = [];

    /// <summary>Short addresses that lead on, and count who came by them.</summary>
    public IReadOnlyList<ShortLink> Links { get; init; } = [];
}

/// <summary>An address that takes events: <c>/in/NAME</c>. Exactly one of the secret and the token is set.</summary>
internal sealed record InboundEndpoint
{
    public const int UsualRate = 600;

    public const int UsualSize = 256 << 10;

    public required string Name { get; init; }

    /// <summary>What requests are signed with; of SendGrid, its key to verify them by.</summary>
    public string? Secret { get; init; }

    /// <summary>Who signs them.</summary>
    public Signer Signer { get; init; }

    /// <summary>The header that holds the signature, where nothing else says which.</summary>
    public string? Header { get; init; }

    /// <summary>What requests name instead of a signature.</summary>
    public string? Token { get; init; }

    /// <summary>The sites whose pages may send; none for programs alone.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Requests in a minute.</summary>
    public int Rate { get; init; } = UsualRate;

    /// <summary>Bytes of one request.</summary>
    public long Size { get; init; } = UsualSize;

    /// <summary>The page a browser that sent a form is led to.</summary>
    public Uri? Then { get; init; }

    public required Place At { get; init; }

    // Never written anywhere by accident.
    public override string ToString() => $"InboundEndpoint {Name}";
}

/// <summary>A short address, <c>/q/NAME</c>, and the tagged link it leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tag">The link.</param>
internal sealed record ShortLink(string Name, LinkTag Tag)
{
    /// <summary>The whole short address.</summary>
    public string AddressAt(Uri root) => $"{root.AbsoluteUri.TrimEnd('/')}/q/{Uri.EscapeDataString(Name)}";
}
