using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Merit.Plugins;

namespace Merit.Connectors.Http;

/// <summary>Which description of an API to follow, and what to fill into it.</summary>
internal sealed class HttpOptions
{
    [Description("A vendor Merit describes itself, such as zoho or google-ads; docs/sources.md lists them.")]
    public string Vendor { get; set; } = "";

    [Description("Instead of a vendor: the file that describes the API, relative to the workspace, such as connectors/acme.yaml.")]
    public string Describe { get; set; } = "";

    [Required]
    [MinLength(1)]
    [Description("Which of the description's streams to read.")]
    public string Stream { get; set; } = "";

    [Description("The API's address, where it is not the description's own.")]
    public string? Address { get; set; }

    [Description("Fields to read beside the description's own, by names of your own: { segment: Customer_Segment }. They come as text.")]
    public IReadOnlyDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Description("Values the description asks for as {{settings.name}}.")]
    public IReadOnlyDictionary<string, string> Settings { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Secret]
    [Description("Secret values the description asks for as {{secrets.name}}, such as { token: \"${ACME_TOKEN}\" }.")]
    public IReadOnlyDictionary<string, string> Secrets { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
