namespace Merit.Host.Access;

/// <summary><c>access.openid</c> in merit.yaml: the provider with which users sign in.</summary>
internal sealed record OpenIdSettings
{
    /// <summary>The provider's address, below which it describes itself.</summary>
    public required Uri Authority { get; init; }

    /// <summary>As what Merit is known there.</summary>
    public required string ClientId { get; init; }

    /// <summary>What Merit shows there; null for a provider that asks for none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What users call it.</summary>
    public string Name { get; init; } = "OpenID";

    /// <summary>What of the provider's word is a user's name here.</summary>
    public string Claim { get; init; } = Email;

    public const string Email = "email";
}
