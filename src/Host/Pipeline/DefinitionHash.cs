using System.Security.Cryptography;
using System.Text;
using Merit.Host.Workspaces;
using Merit.Scripting;

namespace Merit.Host.Pipeline;

/// <summary>Identifies what numbers were made with: two reports that show the same one used the same scripts and the same merit.yaml.</summary>
internal static class DefinitionHash
{
    private const int Shown = 12;

    public static string Of(IReadOnlyList<Script> scripts, Workspace workspace)
    {
        // merit.yaml as it is written, so that nothing a variable holds goes into it.
        var texts = scripts.Select(s => (s.Path, s.Text)).Append((WorkspaceLoader.FileName, File.ReadAllText(Path.Combine(workspace.Directory, WorkspaceLoader.FileName))))
            .Concat(workspace.Parameters.Where(p => p.At is null).Select(p => ($"--param {p.Id}", p.Value)));
        var whole = string.Join('\0', texts.SelectMany(t => new[] { t.Item1, t.Item2.ReplaceLineEndings("\n") }));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..Shown];
    }
}
