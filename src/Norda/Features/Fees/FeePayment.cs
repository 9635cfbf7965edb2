using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Fees;

/// <summary>Money that came in from a firm: a line of the ledger. Never changed, never deleted; a mistake is reversed by another line.</summary>
public class FeePayment
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;
    public decimal Amount { get; init; }
    public DateOnly PaidOn { get; init; }
    public PaymentMethod Method { get; init; }
    public string? PayerAccount { get; init; }
    public string? PayerName { get; init; }
    public string? Title { get; init; }

    /// <summary>What the bank or the operator calls it.</summary>
    public string? Reference { get; init; }

    /// <summary>Whoever sends the same once more (a second press, a retry after a broken line, the same bank file) sends the same key.</summary>
    public required string IdempotencyKey { get; init; }

    public PaymentSource Source { get; init; }
    public int? RecordedBy { get; init; }
    public DateTime RecordedAt { get; init; }
}

public enum PaymentMethod { Transfer, Cash, Card, Blik, Online, Offset }

/// <summary>Who told us: a person of the office, a bank statement, the operator of online payments, or an import of former books.</summary>
public enum PaymentSource { Office, Statement, Online, Import }

/// <summary>A payment is taken back, with the reason; once.</summary>
public class PaymentReversal
{
    public int PaymentId { get; init; }
    public FeePayment Payment { get; init; } = null!;
    public required string Reason { get; init; }
    public int? ReversedBy { get; init; }
    public DateTime ReversedAt { get; init; }
}

/// <summary>So much of a payment went to a fee, or, below zero, was taken from it again. What a fee has is the sum.</summary>
public class PaymentAllocation
{
    public int Id { get; private set; }
    public int PaymentId { get; init; }
    public FeePayment Payment { get; init; } = null!;
    public int FeeId { get; init; }
    public Fee Fee { get; init; } = null!;
    public decimal Amount { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>A rate of civil interest that the office entered; beside those that the application knows.</summary>
public class InterestRate
{
    public DateOnly ValidFrom { get; init; }

    /// <summary>Per cent a year.</summary>
    public decimal Percent { get; set; }

    /// <summary>Where it was announced.</summary>
    public string? Announcement { get; set; }

    public int? ChangedBy { get; set; }
    public DateTime ChangedAt { get; set; }
}

public class FeePaymentMap : IEntityTypeConfiguration<FeePayment>, IEntityTypeConfiguration<PaymentReversal>, IEntityTypeConfiguration<PaymentAllocation>, IEntityTypeConfiguration<InterestRate>
{
    public const int LongestReference = 200;
    public const int LongestTitle = 300;
    public const int LongestKey = 100;

    public void Configure(EntityTypeBuilder<FeePayment> payments)
    {
        payments.ToTable("fee_payments", t => t.HasCheckConstraint("payment_is_positive", "amount > 0"));
        payments.IsOfFirm("Wpłaty", p => p.CompanyId).Names(p => p.RecordedBy);
        payments.Property(p => p.Amount).HasPrecision(10, 2);
        payments.Property(p => p.Method).HasConversion(new LowerCaseLabels<PaymentMethod>()).HasMaxLength(20);
        payments.Property(p => p.PayerAccount).HasMaxLength(34);
        payments.Property(p => p.PayerName).HasMaxLength(200);
        payments.Property(p => p.Title).HasMaxLength(LongestTitle);
        payments.Property(p => p.Reference).HasMaxLength(LongestReference);
        payments.Property(p => p.IdempotencyKey).HasMaxLength(LongestKey);
        payments.Property(p => p.Source).HasConversion(new LowerCaseLabels<PaymentSource>()).HasMaxLength(20);
        payments.HasIndex(p => p.IdempotencyKey).IsUnique();
        payments.HasIndex(p => new { p.CompanyId, p.PaidOn });
        payments.HasIndex(p => p.PaidOn);
        payments.HasOne(p => p.Company).WithMany().HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
        payments.HasOne<User>().WithMany().HasForeignKey(p => p.RecordedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentReversal> reversals)
    {
        reversals.ToTable("payment_reversals");
        reversals.IsNotPersonal(r => r.Reason).Names(r => r.ReversedBy);
        reversals.HasKey(r => r.PaymentId);
        reversals.Property(r => r.PaymentId).ValueGeneratedNever();
        reversals.Property(r => r.Reason).HasMaxLength(FeeMap.LongestReason);
        reversals.HasOne(r => r.Payment).WithOne().HasForeignKey<PaymentReversal>(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        reversals.HasOne<User>().WithMany().HasForeignKey(r => r.ReversedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentAllocation> allocations)
    {
        allocations.ToTable("payment_allocations", t => t.HasCheckConstraint("allocation_is_something", "amount <> 0"));
        allocations.IsNotPersonal();
        allocations.IsNotAudited(); // follows from payments and fees, which are
        allocations.Property(a => a.Amount).HasPrecision(10, 2);
        allocations.HasIndex(a => a.PaymentId);
        allocations.HasIndex(a => a.FeeId);
        allocations.HasOne(a => a.Payment).WithMany().HasForeignKey(a => a.PaymentId).OnDelete(DeleteBehavior.Restrict);
        allocations.HasOne(a => a.Fee).WithMany().HasForeignKey(a => a.FeeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<InterestRate> rates)
    {
        rates.ToTable("interest_rates");
        rates.IsNotPersonal(r => r.Announcement).Names(r => r.ChangedBy);
        rates.HasKey(r => r.ValidFrom);
        rates.Property(r => r.Percent).HasPrecision(5, 2);
        rates.Property(r => r.Announcement).HasMaxLength(200);
        rates.HasOne<User>().WithMany().HasForeignKey(r => r.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
