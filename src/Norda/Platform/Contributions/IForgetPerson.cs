namespace Norda.Platform.Contributions;

/// <summary>
/// What a feature does when a person is erased beyond what the classification of its tables says by itself: files, a choice, a letter
/// on its way. Runs inside the transaction, before the rows are emptied.
/// </summary>
public interface IForgetPerson
{
    Task Forget(ForgottenPerson person, CancellationToken cancel);
}

/// <param name="KeepsTexts">What the person wrote for others stays, without a name.</param>
public sealed record ForgottenPerson(int Id, string Name, string Email, bool KeepsTexts);
