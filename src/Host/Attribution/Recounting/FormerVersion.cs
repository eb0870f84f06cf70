using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Recounting;

/// <summary>The version before a draft, where its credits can be built on.</summary>
internal sealed class FormerVersion
{
    /// <summary>What it is called while a draft looks at it.</summary>
    public const string Name = "former";

    private readonly PublishedVersion _version;

    private FormerVersion(PublishedVersion version) => _version = version;

    /// <summary>Starts a draft from the former version where it has credits that may be kept; null where there is none, where it cannot be read, or where all is to be read anew.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="draft">The draft, not yet open.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="catalog">Where its models come from.</param>
    /// <param name="started">Whether the draft started from that version already.</param>
    /// <param name="stop">Asks to stop.</param>
    public static FormerVersion? Begin(PublishedVersions versions, Draft draft, Workspace workspace, PluginCatalog catalog, bool started, CancellationToken stop)
    {
        if (workspace.ReadsAnew || draft.Former is not { } former || !IsOfUse(versions, former, workspace.Attribution, catalog, stop))
        {
            return null;
        }

        if (!started)
        {
            draft.StartFrom(former);
        }

        return new FormerVersion(former);
    }

    /// <summary>Puts it beside a draft, to be read.</summary>
    public void Attach(Session session) => session.Execute($"ATTACH {SqlText.Text(_version.Path)} AS {Name} (READ_ONLY)");

    /// <summary>Lets go of it.</summary>
    public void Detach(Session session) => session.Execute($"DETACH {Name}");

    private static bool IsOfUse(PublishedVersions versions, PublishedVersion former, AttributionSettings settings, PluginCatalog catalog, CancellationToken stop)
    {
        try
        {
            using var session = versions.Open(former, stop);
            return KeptCredits.Could(session, settings, catalog);
        }
        catch (MeritException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
