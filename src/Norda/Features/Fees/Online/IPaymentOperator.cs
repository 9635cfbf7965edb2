namespace Norda.Features.Fees.Online;

/// <summary>Who takes money in the browser for the chamber. Amounts in PLN; nothing here touches the database.</summary>
public interface IPaymentOperator
{
    /// <summary>False as long as nobody has entered the keys: then there is no button and no address.</summary>
    bool IsOn { get; }

    /// <summary>Scheme and host of its pages.</summary>
    string Origin { get; }

    /// <summary>Where the payer goes.</summary>
    string PageOf(string token);

    /// <returns>Done with the token of the payer's page.</returns>
    Task<OperatorAnswer> Register(OnlineOrder order, CancellationToken cancel);

    /// <summary>Reads a notice of a payment; null when it does not carry the operator's signature.</summary>
    PaidNotice? ReadPaid(ReadOnlySpan<byte> body);

    /// <summary>Reads a notice of a refund; null when it does not carry the operator's signature.</summary>
    RefundNotice? ReadRefund(ReadOnlySpan<byte> body);

    /// <summary>Asks whether the money is there, and says that we take it.</summary>
    Task<OperatorAnswer> Verify(PaidNotice paid, CancellationToken cancel);

    /// <summary>What the operator knows of the session: Refused when nobody has paid.</summary>
    Task<(OperatorAnswer Answer, PaidNotice? Paid)> Find(string sessionId, CancellationToken cancel);

    /// <summary>Gives the money back, once for the key however often it is asked.</summary>
    /// <param name="again">It may have been asked before: look first whether the refund is there.</param>
    Task<OperatorAnswer> Refund(RefundOrder order, bool again, CancellationToken cancel);
}

/// <summary>Away: no answer that could be understood, ask again later.</summary>
public enum OperatorWord { Done, Refused, Away }

/// <summary>The operator's answer, with the token or the reason.</summary>
public sealed record OperatorAnswer(OperatorWord Word, string? Text = null);

/// <summary>A payment to be registered.</summary>
public sealed record OnlineOrder(string SessionId, decimal Amount, string Description, string Email, bool IsEnglish, string ReturnTo, string NoticeTo);

/// <summary>Somebody paid. Amounts in grosze, as the operator says them.</summary>
/// <param name="IsVerified">The operator knows that we take the money.</param>
public sealed record PaidNotice(string SessionId, long OrderId, int Amount, int OriginAmount, string Currency, bool IsVerified = false)
{
    public bool Is(decimal amount) => (Amount, OriginAmount, Currency) == (OperatorSum.Of(amount), OperatorSum.Of(amount), OperatorSum.Currency);
}

/// <summary>What became of a refund.</summary>
public sealed record RefundNotice(string SessionId, string Key, bool IsRejected);

/// <summary>Money to be given back.</summary>
public sealed record RefundOrder(string SessionId, long OrderId, decimal Amount, string Key, string Description, string NoticeTo);

/// <summary>Sums as operators want them: whole hundredths of PLN.</summary>
internal static class OperatorSum
{
    public const string Currency = "PLN";

    public static int Of(decimal amount) => decimal.ToInt32(amount * 100);
}
