namespace Merit.Host.Access;

/// <summary>What <c>merit serve</c> needs where others may come in.</summary>
/// <param name="book">Users and keys.</param>
/// <param name="audit">Who looked at what.</param>
/// <param name="settings">What merit.yaml said when it began.</param>
/// <param name="state">The folder of what Merit keeps.</param>
internal sealed class OpenAccess(AccountBook book, AuditLog audit, AccessSettings settings, string state) : IDisposable
{
    public AccountBook Book { get; } = book;

    public AuditLog Audit { get; } = audit;

    public AccessSettings Settings { get; } = settings;

    public Paces Paces { get; } = new(settings.Pace);

    /// <summary>What tickets are sealed with, for its owner alone.</summary>
    public DirectoryInfo Seals { get; } = Private(Path.Combine(state, "seals"));

    public void Dispose() => Paces.Dispose();

    private static DirectoryInfo Private(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
