using System.Text;

namespace Merit.Host.Reports.Assets;

/// <summary>Files that travel inside the program.</summary>
internal static class Resource
{
    public static Stream Open(string name) =>
        typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program lacks its part '{name}'.", name);

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
