namespace Norda.Platform.Contributions;

/// <summary>Tells features that stand below the accounts how people are called.</summary>
public interface IPersonNames
{
    /// <summary>Names by number; who is not there any more is missing.</summary>
    Task<IReadOnlyDictionary<int, string>> Find(IReadOnlyCollection<int> people, CancellationToken cancel);
}
