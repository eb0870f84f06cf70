using System.ComponentModel;
using System.Diagnostics;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Scripting;

namespace Merit.Host.Measures;

/// <summary>The scripts of a workspace as a revision of its repository has them, read through git, which is asked and never told to change anything.</summary>
internal static class PastScripts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Reads them, beside Merit's own of today; throws where there is no git, no repository or no such revision. Their paths are as git writes them: <c>HEAD~1:metrics/cost.csx</c>.</summary>
    public static IReadOnlyList<Script> Of(string builtIn, Workspace workspace, string revision, TimeProvider clock, string program = "git")
    {
        var git = new Git(program, workspace.Directory, clock);
        if (git.Ask("rev-parse", "--is-inside-work-tree") is not { } inside || !inside.StartsWith("true", StringComparison.Ordinal))
        {
            throw new MeritException(CommandRules.NoRepository.Here(workspace.Directory));
        }

        var commit = git.Ask("rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}")?.Trim()
            ?? throw new MeritException(CommandRules.UnknownRevision.Here(revision));
        var files = git.Ask("ls-tree", "-z", "--name-only", commit, $"{ScriptSet.Folder}/")?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return ScriptSet.Of(
            builtIn,
            [.. files.Where(f => f.EndsWith(".csx", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => new Script($"{revision}:{f}", git.Ask("show", $"{commit}:./{f}") ?? ""))]);
    }

    /// <summary>Asks git in a folder.</summary>
    private sealed class Git(string program, string directory, TimeProvider clock)
    {
        /// <summary>What it answers, or null where it refuses.</summary>
        public string? Ask(params string[] arguments)
        {
            var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])["--no-pager", "--no-optional-locks", .. arguments])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Start(start);
            using var limit = new CancellationTokenSource(Patience, clock);
            using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            var complaint = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            complaint.GetAwaiter().GetResult();
            return limit.IsCancellationRequested ? throw new MeritException(CommandRules.NoGit.Here("it did not answer"))
                : process.ExitCode == 0 ? answer
                : null;
        }

        private static Process Start(ProcessStartInfo start)
        {
            try
            {
                return Process.Start(start) ?? throw new MeritException(CommandRules.NoGit.Here("it did not start"));
            }
            catch (Win32Exception missing)
            {
                throw new MeritException(CommandRules.NoGit.Here(missing.Message.TrimEnd('.')), missing);
            }
        }
    }
}
