using System.Text.RegularExpressions;
using Merit.Tests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Merit.Host.Tests.Workspaces;

/// <summary>Whoever copies YAML from the documentation gets YAML.</summary>
public sealed partial class DocumentedYamlTests
{
    // Shows mistakes, among them those of YAML.
    private const string OfMistakes = "diagnostics.md";

    [Fact]
    public void Every_block_of_the_documentation_can_be_read()
    {
        List<string> wrong = [];
        var blocks = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("docs"), "*.md").Append(Repository.PathTo("README.md")).Where(f => Path.GetFileName(f) is not OfMistakes))
        {
            foreach (Match block in Block().Matches(File.ReadAllText(file)))
            {
                blocks++;
                try
                {
                    new YamlStream().Load(new StringReader(block.Groups["yaml"].Value));
                }
                catch (YamlException e)
                {
                    wrong.Add($"{Path.GetFileName(file)}, a block's line {e.Start.Line}: {e.Message}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(blocks > 25, $"There are only {blocks} blocks.");
    }

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
