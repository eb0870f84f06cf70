using System.Text;
using Merit.Connectors.Files;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(FilesPlugin), contract: 1)]

namespace Merit.Connectors.Files;

/// <summary>The connector <c>files</c>.</summary>
internal sealed class FilesPlugin : IPlugin
{
    public void Register(IRegistry add)
    {
        // Old Excel files hold text in the code page of the machine that wrote them.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        add.Connector<FilesOptions>("files", options => new FilesConnector(options));
    }
}
