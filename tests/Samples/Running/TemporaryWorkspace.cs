namespace Merit.Samples.Tests.Running;

/// <summary>A workspace in a folder of its own, deleted in the end.</summary>
internal sealed class TemporaryWorkspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("merit-sample-").FullName;

    /// <summary>A copy of a sample, without what was made by running it.</summary>
    public static TemporaryWorkspace Of(string sample)
    {
        var workspace = new TemporaryWorkspace();
        var from = Repository.PathTo("samples", sample);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (!name.StartsWith(".merit", StringComparison.Ordinal) && !name.StartsWith("out" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                workspace.Write(name, File.ReadAllText(file));
            }
        }

        return workspace;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public TemporaryWorkspace Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
