using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>The guide, run once and served to all tests of a class.</summary>
public sealed class ServedGuide : IDisposable
{
    private readonly TemporaryWorkspace _workspace = TemporaryWorkspace.Of("guide");
    private readonly ServedSite _site;

    public ServedGuide()
        : this(_ => { })
    {
    }

    /// <summary>The guide with something changed before it is run.</summary>
    internal ServedGuide(Action<TemporaryWorkspace> change)
    {
        change(_workspace);
        MeritProcess.Run(_workspace.Folder, "run").Fine();
        _site = ServedSite.Of(_workspace);
    }

    internal TemporaryWorkspace Workspace => _workspace;

    internal ServedSite Site => _site;

    public void Dispose()
    {
        _site.Dispose();
        _workspace.Dispose();
    }
}
