using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Membership;

namespace Norda.Features.Fees;

/// <summary>
/// What a firm owes for one part of a year: a row of membership_fees, kept under the part's first month. What was paid follows from
/// the ledger (<see cref="FeePayment"/>) and is written only under the lock of the firm's account.
/// </summary>
public class Fee
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;
    public int FeeYear { get; init; }

    /// <summary>First month that the fee is for.</summary>
    public int FeeMonth { get; init; }

    /// <summary>Last month that it is for: the same one where the chamber asks every month.</summary>
    public int ThroughMonth { get; set; }

    /// <summary>PLN, with the entry fee where there is one.</summary>
    public decimal Amount { get; set; }

    /// <summary>Part of the amount that is the entry fee.</summary>
    public decimal EntryAmount { get; set; }

    /// <summary>PLN that the chamber let go: an exemption, or a resolution afterwards.</summary>
    public decimal Waived { get; set; }

    public string? WaiverReason { get; set; }
    public int? WaiverResolutionId { get; set; }

    /// <summary>Charged by mistake: owed no more, kept for the books.</summary>
    public DateTime? CancelledAt { get; set; }

    public decimal AmountPaid { get; set; }
    public FeeStatus Status { get; set; }

    /// <summary>Last day to pay, moved on from a Saturday, a Sunday or a holiday.</summary>
    public DateOnly DueDate { get; set; }

    public int? RateId { get; set; }
    public FeeRate? Rate { get; set; }

    /// <summary>Why it is this much, in words: "50,00 zł × 3 mies.".</summary>
    public string? Basis { get; set; }

    /// <summary>Of the payment that settled it last.</summary>
    public DateOnly? PaymentDate { get; set; }

    public PaymentMethod? PaymentMethod { get; set; }
    public string? PaymentReference { get; set; }
    public int? RecordedBy { get; set; }
    public DateTime? RecordedAt { get; set; }
    public string? Notes { get; set; }
    public DateTime CreatedAt { get; init; }

    /// <summary>PLN still to be paid.</summary>
    public decimal Left => CancelledAt is null ? Amount - Waived - AmountPaid : 0;
}

/// <summary>The four of the source schema. What is paid in part stays partial when its day has passed: the day says that it is late.</summary>
public enum FeeStatus { Pending, Paid, Partial, Overdue }

/// <summary>One row for each firm with money matters: whoever changes what a firm owes or paid takes it first, so that they queue.</summary>
public class FeeAccount
{
    public int CompanyId { get; init; }

    /// <summary>PLN paid and not yet used.</summary>
    public decimal Credit { get; set; }

    /// <summary>Counts the changes; counting is what takes the lock.</summary>
    public int Changes { get; set; }
}

/// <summary>One run of charging fees, for its progress page.</summary>
public class FeeRun
{
    public int Id { get; private set; }
    public int FeeYear { get; init; }
    public int FromMonth { get; init; }
    public int ToMonth { get; init; }

    /// <summary>The person saw fees that would come out otherwise by now, and wants them changed.</summary>
    public bool ChangesExisting { get; init; }

    /// <summary>Of the preview that the person agreed to; while it lasts, nobody starts the same once more.</summary>
    public required string Fingerprint { get; init; }

    public int? StartedBy { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>When an instance last worked on it; one that has died is followed by another.</summary>
    public DateTime? WorkedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
    public int Firms { get; set; }
    public int FirmsDone { get; set; }
    public int Created { get; set; }
    public int Changed { get; set; }
    public decimal CreatedSum { get; set; }
    public string? Fault { get; set; }
}

public class FeeMap : IEntityTypeConfiguration<Fee>, IEntityTypeConfiguration<FeeAccount>, IEntityTypeConfiguration<FeeRun>
{
    public const int LongestReason = 500;

    public void Configure(EntityTypeBuilder<Fee> fees)
    {
        fees.ToTable("membership_fees", t =>
        {
            t.HasCheckConstraint("fee_months", "fee_month BETWEEN 1 AND 12 AND through_month BETWEEN fee_month AND 12");
            t.HasCheckConstraint("fee_amounts", "amount >= 0 AND waived >= 0 AND waived <= amount AND entry_amount >= 0 AND entry_amount <= amount AND amount_paid >= 0");
        });
        fees.IsOfFirm("Składki", f => f.CompanyId).Names(f => f.RecordedBy);
        fees.Ignore(f => f.Left);
        fees.Property(f => f.Amount).HasPrecision(10, 2);
        fees.Property(f => f.EntryAmount).HasPrecision(10, 2);
        fees.Property(f => f.Waived).HasPrecision(10, 2);
        fees.Property(f => f.WaiverReason).HasMaxLength(LongestReason);
        fees.Property(f => f.AmountPaid).HasPrecision(10, 2).IsNotAudited();
        fees.Property(f => f.Status).HasConversion(new LowerCaseLabels<FeeStatus>()).HasMaxLength(20).IsNotAudited();
        fees.Property(f => f.Basis).HasMaxLength(300);
        fees.Property(f => f.PaymentDate).IsNotAudited();
        fees.Property(f => f.PaymentMethod).HasConversion(new LowerCaseLabels<PaymentMethod>()).HasMaxLength(20).IsNotAudited();
        fees.Property(f => f.PaymentReference).HasMaxLength(FeePaymentMap.LongestReference).IsNotAudited();
        fees.Property(f => f.RecordedBy).IsNotAudited();
        fees.Property(f => f.RecordedAt).IsNotAudited();
        fees.Property(f => f.Notes).HasMaxLength(FeeRateMap.LongestNotes);
        fees.HasIndex(f => new { f.CompanyId, f.FeeYear, f.FeeMonth }).IsUnique();
        fees.HasIndex(f => new { f.FeeYear, f.FeeMonth });
        fees.HasIndex(f => new { f.Status, f.DueDate });
        fees.HasOne(f => f.Company).WithMany().HasForeignKey(f => f.CompanyId).OnDelete(DeleteBehavior.Restrict);
        fees.HasOne(f => f.Rate).WithMany().HasForeignKey(f => f.RateId).OnDelete(DeleteBehavior.Restrict);
        fees.HasOne<Resolution>().WithMany().HasForeignKey(f => f.WaiverResolutionId).OnDelete(DeleteBehavior.Restrict);
        fees.HasOne<User>().WithMany().HasForeignKey(f => f.RecordedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FeeAccount> accounts)
    {
        accounts.ToTable("fee_accounts", t => t.HasCheckConstraint("credit_is_no_debt", "credit >= 0"));
        accounts.IsNotAudited();
        accounts.IsOfFirm("Konto składek", a => a.CompanyId);
        accounts.HasKey(a => a.CompanyId);
        accounts.Property(a => a.CompanyId).ValueGeneratedNever();
        accounts.Property(a => a.Credit).HasPrecision(10, 2);
        accounts.HasOne<Company>().WithOne().HasForeignKey<FeeAccount>(a => a.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FeeRun> runs)
    {
        runs.ToTable("fee_runs");
        runs.IsNotPersonal(r => new { r.Fingerprint, r.Fault }).Names(r => r.StartedBy);
        runs.Property(r => r.Fingerprint).HasMaxLength(64);
        runs.Property(r => r.CreatedSum).HasPrecision(12, 2).IsNotAudited();
        runs.Property(r => r.WorkedAt).IsNotAudited();
        runs.Property(r => r.FinishedAt).IsNotAudited();
        runs.Property(r => r.Firms).IsNotAudited();
        runs.Property(r => r.FirmsDone).IsNotAudited();
        runs.Property(r => r.Created).IsNotAudited();
        runs.Property(r => r.Changed).IsNotAudited();
        runs.Property(r => r.Fault).HasMaxLength(2000).IsNotAudited();
        runs.HasIndex(r => r.Fingerprint).IsUnique().HasFilter("finished_at IS NULL");
        runs.HasOne<User>().WithMany().HasForeignKey(r => r.StartedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
