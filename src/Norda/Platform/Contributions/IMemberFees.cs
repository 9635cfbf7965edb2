namespace Norda.Platform.Contributions;

/// <summary>What a firm that becomes a member pays: the fees stand above the membership and register themselves here.</summary>
public interface IMemberFees
{
    /// <summary>Within the transaction of the admission: the entry costs this firm nothing, by the resolution.</summary>
    Task FreeFromEntryFee(int companyId, DateOnly since, int resolutionId, CancellationToken cancel);

    /// <summary>After the admission: charges what is due for this year. Whoever calls twice charges once.</summary>
    /// <returns>PLN that were charged.</returns>
    Task<decimal> Charge(int companyId, DateOnly since, CancellationToken cancel);
}
