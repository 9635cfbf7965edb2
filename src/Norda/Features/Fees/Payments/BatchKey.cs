namespace Norda.Features.Fees.Payments;

/// <summary>Keys of payments that one press of a button recorded: found together, so that they can be taken back together.</summary>
public static class BatchKey
{
    public static string Prefix(Guid batch) => $"biuro:{batch:N}:";

    public static string Of(Guid batch, int companyId) => Prefix(batch) + companyId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
