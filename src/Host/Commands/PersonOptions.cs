using System.CommandLine;
using Merit.Host.Warehouse.Identity;

namespace Merit.Host.Commands;

/// <summary>Who is meant: a contact's id, or <c>--email</c>.</summary>
internal sealed class PersonOptions
{
    private readonly Argument<string?> _id = new("ID") { Description = "A contact's id, as a source or the warehouse has it.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _email = new("--email") { Description = "The person's address, instead of an id.", HelpName = "ADDRESS" };

    /// <param name="command">The command that takes them.</param>
    /// <param name="others">Options with which nobody need be named.</param>
    public void AddTo(Command command, params Option[] others)
    {
        command.Arguments.Add(_id);
        command.Options.Add(_email);
        command.Validators.Add(result =>
        {
            var given = (result.GetResult(_id) is { Tokens.Count: > 0 } ? 1 : 0) + (result.GetResult(_email) is { Implicit: false } ? 1 : 0);
            var without = others.Any(o => result.GetResult(o) is { Implicit: false });
            if (given != (without ? 0 : 1))
            {
                result.AddError(given == 0 ? "name a person: give a contact's id, or --email." : without ? "leave out the person." : "give a contact's id or --email, not both.");
            }
        });
    }

    /// <summary>The person named.</summary>
    public PersonName Read(ParseResult parsed) => new(parsed.GetValue(_id), parsed.GetValue(_email));
}
