using Merit.Host.Tests.Workspaces;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Commands;

/// <summary>Parameters of scripts from merit.yaml and from the command line.</summary>
public sealed class ParameterOptionTests
{
    [Fact]
    public async Task The_command_line_goes_before_the_file()
    {
        using var run = new CommandRun();
        run.Folder.Write("merit.yaml", Loading.Head + "parameters:\n  half_life: 7\n  word: a=b\n");
        run.Stages.Answers = request => new Answer(request, [], [], [], null);

        Assert.Equal(0, await run.Run("query", "--metrics", "cost", "--param", "half_life=14", "--param", "note=x = y"));
        Assert.Equal(["half_life: 7", "word: a=b", "half_life: 14", "note: x = y"], run.Stages.Used?.Parameters.Select(p => $"{p.Id}: {p.Value}"));
        Assert.Equal(["merit.yaml(5,3)", "merit.yaml(6,3)"], run.Stages.Used?.Parameters.Where(p => p.At is not null).Select(p => $"{p.At}"));

        Assert.Equal(0, await run.Run("check", "--param", "half_life=14"));
        Assert.Equal("14", run.Stages.Used?.Parameters[^1].Value);
    }

    [Theory]
    [InlineData("half_life")]
    [InlineData("=14")]
    public async Task A_parameter_has_a_name_and_a_value(string text)
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.Run("check", "--param", text));
        Assert.Contains("write NAME=VALUE", run.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parameters: [7]\n", "merit.yaml(4,13): error MRT1006: 'parameters' is a list, but must be a mapping of parameters to values.")]
    [InlineData("parameters:\n  half_life: [7]\n", "merit.yaml(5,14): error MRT1006: 'parameters.half_life' is a list, but must be a value.")]
    public void A_file_names_parameters_with_single_values(string rest, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Loading.Findings(Loading.Head + rest)), StringComparison.Ordinal);
}
