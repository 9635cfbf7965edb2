using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Fees.Online;

/// <summary>
/// A payment that a firm began in the browser. Written before the operator hears of it; the ledger knows it only once the operator has
/// confirmed the money when asked, never by the operator's notice alone.
/// </summary>
public class OnlinePayment
{
    public int Id { get; private set; }

    /// <summary>What we and the operator call it: unique for ever, guessed by nobody.</summary>
    public required string SessionId { get; init; }

    /// <summary>Number of the form that began it: pressed twice it is one payment.</summary>
    public Guid Once { get; init; }

    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;

    /// <summary>PLN.</summary>
    public decimal Amount { get; init; }

    /// <summary>Fees that it is for, with the sums.</summary>
    public required string Wishes { get; init; }

    public OnlineState State { get; set; }
    public int? StartedBy { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>The operator's page of this payment opens by it.</summary>
    public string? Token { get; set; }

    /// <summary>The operator's number, from its notice.</summary>
    public long? OrderId { get; set; }

    public DateTime? PaidAt { get; set; }

    /// <summary>When the operator confirmed the money.</summary>
    public DateTime? VerifiedAt { get; set; }

    /// <summary>Its line in the ledger.</summary>
    public int? PaymentId { get; set; }

    /// <summary>Questions to the operator since the state last changed.</summary>
    public int Tries { get; set; }

    /// <summary>When the job asks the operator again; whoever asks moves it on first, so that one asks at a time.</summary>
    public DateTime? NextTryAt { get; set; }

    /// <summary>Why the last question was not answered as hoped.</summary>
    public string? LastFault { get; set; }

    /// <summary>Of the wish to give the money back, the same in each attempt; null when nobody wishes that.</summary>
    public string? RefundKey { get; set; }

    public string? RefundReason { get; set; }
    public int? RefundAskedBy { get; set; }
    public DateTime? RefundedAt { get; set; }

    /// <summary>The key under which the ledger knows the money.</summary>
    public string LedgerKey => "online:" + SessionId;
}

/// <summary>Begun; paid by the operator's word; verified and booked; given back; nothing came of it.</summary>
public enum OnlineState { Registered, Paid, Verified, Refunded, Abandoned }

public class OnlinePaymentMap : IEntityTypeConfiguration<OnlinePayment>
{
    private const int LongestName = 40;
    private const int LongestWishes = 4000;
    public const int LongestFault = 300;

    public void Configure(EntityTypeBuilder<OnlinePayment> payments)
    {
        payments.ToTable("online_payments", t => t.HasCheckConstraint("online_payment_is_positive", "amount > 0"));
        payments.IsOfFirm("Płatności online", p => p.CompanyId).Names(p => new { p.StartedBy, p.RefundAskedBy }).Hides(p => p.Token);
        payments.Ignore(p => p.LedgerKey);
        payments.Property(p => p.SessionId).HasMaxLength(LongestName);
        payments.Property(p => p.Amount).HasPrecision(10, 2);
        payments.Property(p => p.Wishes).HasMaxLength(LongestWishes);
        payments.Property(p => p.State).HasConversion(new LowerCaseLabels<OnlineState>()).HasMaxLength(20).IsConcurrencyToken();
        payments.Property(p => p.Token).HasMaxLength(200).IsConcealed();
        payments.Property(p => p.Tries).IsNotAudited();
        payments.Property(p => p.NextTryAt).IsNotAudited();
        payments.Property(p => p.LastFault).HasMaxLength(LongestFault).IsNotAudited();
        payments.Property(p => p.RefundKey).HasMaxLength(LongestName).IsConcurrencyToken();
        payments.Property(p => p.RefundReason).HasMaxLength(FeeMap.LongestReason);
        payments.HasIndex(p => p.SessionId).IsUnique();
        payments.HasIndex(p => p.Once).IsUnique();
        payments.HasIndex(p => p.CompanyId);
        payments.HasIndex(p => p.NextTryAt);
        payments.HasOne(p => p.Company).WithMany().HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
        payments.HasOne<FeePayment>().WithMany().HasForeignKey(p => p.PaymentId).OnDelete(DeleteBehavior.Restrict);
        payments.HasOne<User>().WithMany().HasForeignKey(p => p.StartedBy).OnDelete(DeleteBehavior.Restrict);
        payments.HasOne<User>().WithMany().HasForeignKey(p => p.RefundAskedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
