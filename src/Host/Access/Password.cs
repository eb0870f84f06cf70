using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Merit.Host.Access;

/// <summary>Passwords, which are kept as ASP.NET Core keeps them: PBKDF2 with HMAC-SHA512, salted, slow to try.</summary>
internal static class Password
{
    private const int Shortest = 12;
    private const int Longest = 256;

    // What OWASP names for this function.
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private static readonly Lazy<string> Nobodys = new(() => Hasher.HashPassword("", ApiKey.New()));

    /// <summary>What is kept of a password; throws where it is too easily guessed.</summary>
    public static string Hash(string name, string password) => password switch
    {
        { Length: < Shortest } => throw new MeritException(AccessRules.WeakPassword.Here($"it has {password.Length} characters")),
        { Length: > Longest } => throw new MeritException(AccessRules.WeakPassword.Here($"it has more than {Longest} characters")),
        _ when password.Distinct().Count() < 5 => throw new MeritException(AccessRules.WeakPassword.Here("it is made of a few characters, again and again")),
        _ when name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase) => throw new MeritException(AccessRules.WeakPassword.Here("it holds the user's name")),
        _ => Hasher.HashPassword(name, password),
    };

    /// <summary>Whether a password is right. It takes as long where there is no such user.</summary>
    public static bool Fits(Account? account, string password) =>
        password.Length <= Longest & Hasher.VerifyHashedPassword(account?.Name ?? "", account?.Hash ?? Nobodys.Value, password) != PasswordVerificationResult.Failed & account?.Hash is not null;
}
