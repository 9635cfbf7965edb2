using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Fees.Statements;

/// <summary>A file of the bank that the office brought in. It is undone as a whole or line by line.</summary>
public class BankStatement
{
    public int Id { get; private set; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal: the same file is recognised under any name.</summary>
    public required string FileHash { get; init; }

    /// <summary>What was recognised: "MT940, Windows-1250".</summary>
    public string? Format { get; set; }

    /// <summary>The chamber's account.</summary>
    public string? Account { get; set; }

    public DateOnly? FromDay { get; set; }
    public DateOnly? ThroughDay { get; set; }
    public decimal? Opening { get; set; }
    public decimal? Closing { get; set; }

    /// <summary>All transfers of the file, outgoing ones among them.</summary>
    public int Transfers { get; set; }

    /// <summary>Incoming ones that are new.</summary>
    public int Incoming { get; set; }

    /// <summary>Incoming ones that another file had brought before.</summary>
    public int Known { get; set; }

    /// <summary>Incoming ones that were looked at.</summary>
    public int Done { get; set; }

    /// <summary>A table whose columns a person has yet to explain, packed; emptied once they have.</summary>
    public byte[]? Content { get; set; }

    public int? StartedBy { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>When an instance last worked on it; one that has died is followed by another.</summary>
    public DateTime? WorkedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
    public DateTime? UndoneAt { get; set; }
    public int? UndoneBy { get; set; }
    public string? Fault { get; set; }
}

/// <summary>Incoming money as the bank wrote it, and what became of it.</summary>
public class BankTransfer
{
    public int Id { get; private set; }
    public int StatementId { get; init; }
    public BankStatement Statement { get; init; } = null!;

    /// <summary>The same for the same transfer in any file; empty once the file is undone, so that it can come again.</summary>
    public string? Key { get; set; }

    /// <summary>What two banks' files of one transfer have in common: a second one is not booked without a person.</summary>
    public required string Likeness { get; init; }

    public DateOnly BookedOn { get; init; }

    /// <summary>Below zero where the bank took money back.</summary>
    public decimal Amount { get; init; }

    public required string Currency { get; init; }
    public string? PayerName { get; init; }
    public string? PayerAccount { get; init; }
    public string? Title { get; init; }
    public string? Reference { get; init; }

    /// <summary>The member's own account number to which it was sent.</summary>
    public string? VirtualAccount { get; init; }

    public TransferState State { get; set; }

    /// <summary>The firm that it is booked to, or that is proposed.</summary>
    public int? CompanyId { get; set; }

    public Directory.Company? Company { get; set; }
    public int Points { get; set; }

    /// <summary>Why, as <see cref="Matching.Verdict"/> writes it: "nip+60 name+30 !invoice".</summary>
    public string? Reasons { get; set; }

    /// <summary>Booked by the application itself.</summary>
    public bool IsAutomatic { get; set; }

    /// <summary>Why it is none of the fees' business, or why it was taken back.</summary>
    public string? Note { get; set; }

    public int? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>Waiting: nobody has looked at it. Proposed: a firm is likely. Asked: only a person can tell.</summary>
public enum TransferState { Waiting, Booked, Proposed, Asked, Ignored }

/// <summary>
/// So much of a transfer is a firm's. Written before the payment, which carries this row's number in its key: what an instance that died
/// left half done is finished by the next, and never done twice.
/// </summary>
public class TransferShare
{
    public int Id { get; private set; }
    public int TransferId { get; init; }
    public BankTransfer Transfer { get; init; } = null!;
    public int CompanyId { get; init; }
    public decimal Amount { get; init; }

    /// <summary>Fees that a person named, as "12=150.00 13=50.00"; empty is the oldest first.</summary>
    public string? Wishes { get; init; }

    public int? PaymentId { get; set; }
    public DateTime? UndoneAt { get; set; }
}

/// <summary>An account from which a firm pays, as a person confirmed. Two firms may share one.</summary>
public class PayerAccount
{
    public required string Account { get; init; }
    public int CompanyId { get; init; }

    /// <summary>The transfer by which it was learned; taken back with it.</summary>
    public int? TransferId { get; init; }

    public int? ConfirmedBy { get; set; }
    public DateTime ConfirmedAt { get; set; }
}

/// <summary>What the columns of a table mean, as a person explained once for all files with the same headings.</summary>
public class CsvLayout
{
    /// <summary>SHA-256 of the headings.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>As <see cref="Reading.CsvColumns"/> writes it: "date=0 amount=3 title=2".</summary>
    public required string Columns { get; set; }

    public int? ChangedBy { get; set; }
    public DateTime ChangedAt { get; set; }
}

public class BankStatementMap : IEntityTypeConfiguration<BankStatement>, IEntityTypeConfiguration<BankTransfer>, IEntityTypeConfiguration<TransferShare>, IEntityTypeConfiguration<PayerAccount>, IEntityTypeConfiguration<CsvLayout>
{
    public const int LongestName = 200;
    public const int LongestTitle = 500;
    public const int LongestReference = 100;
    public const int LongestAccount = 40;

    public void Configure(EntityTypeBuilder<BankStatement> statements)
    {
        statements.ToTable("bank_statements");
        statements.IsNotPersonal(s => new { s.FileName, s.FileHash, s.Format, s.Account, s.Fault }).Hides(s => s.Content).Names(s => new { s.StartedBy, s.UndoneBy });
        statements.IsNotAudited(); // what it books is a payment, and payments are
        statements.Property(s => s.FileName).HasMaxLength(255);
        statements.Property(s => s.FileHash).HasMaxLength(64);
        statements.Property(s => s.Format).HasMaxLength(60);
        statements.Property(s => s.Account).HasMaxLength(LongestAccount);
        statements.Property(s => s.Opening).HasPrecision(14, 2);
        statements.Property(s => s.Closing).HasPrecision(14, 2);
        statements.Property(s => s.Fault).HasMaxLength(2000);
        statements.HasIndex(s => s.FileHash).IsUnique().HasFilter("undone_at IS NULL");
        statements.HasOne<User>().WithMany().HasForeignKey(s => s.StartedBy).OnDelete(DeleteBehavior.Restrict);
        statements.HasOne<User>().WithMany().HasForeignKey(s => s.UndoneBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BankTransfer> transfers)
    {
        transfers.ToTable("bank_transfers");
        transfers.IsOfFirm("Przelewy z wyciągów", t => t.CompanyId).Names(t => t.DecidedBy);
        transfers.IsNotAudited(); // a file may bring a hundred thousand
        transfers.Property(t => t.Key).HasMaxLength(64);
        transfers.Property(t => t.Likeness).HasMaxLength(32);
        transfers.Property(t => t.Amount).HasPrecision(14, 2);
        transfers.Property(t => t.Currency).HasMaxLength(3);
        transfers.Property(t => t.PayerName).HasMaxLength(LongestName);
        transfers.Property(t => t.PayerAccount).HasMaxLength(LongestAccount);
        transfers.Property(t => t.Title).HasMaxLength(LongestTitle);
        transfers.Property(t => t.Reference).HasMaxLength(LongestReference);
        transfers.Property(t => t.VirtualAccount).HasMaxLength(LongestAccount);
        transfers.Property(t => t.State).HasConversion(new LowerCaseLabels<TransferState>()).HasMaxLength(20);
        transfers.Property(t => t.Reasons).HasMaxLength(200);
        transfers.Property(t => t.Note).HasMaxLength(FeeMap.LongestReason);
        transfers.Property(t => t.Version).IsConcurrencyToken();
        transfers.HasIndex(t => t.Key).IsUnique();
        transfers.HasIndex(t => t.Likeness);
        transfers.HasIndex(t => new { t.StatementId, t.State });
        transfers.HasOne(t => t.Statement).WithMany().HasForeignKey(t => t.StatementId).OnDelete(DeleteBehavior.Restrict);
        transfers.HasOne(t => t.Company).WithMany().HasForeignKey(t => t.CompanyId).OnDelete(DeleteBehavior.Restrict);
        transfers.HasOne<User>().WithMany().HasForeignKey(t => t.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TransferShare> shares)
    {
        shares.ToTable("bank_transfer_shares", t => t.HasCheckConstraint("share_is_positive", "amount > 0"));
        shares.IsOfFirm("Podział przelewów", s => s.CompanyId);
        shares.IsNotAudited();
        shares.Property(s => s.Amount).HasPrecision(10, 2);
        shares.Property(s => s.Wishes).HasMaxLength(2000);
        shares.HasIndex(s => s.TransferId);
        shares.HasIndex(s => s.PaymentId);
        shares.HasOne(s => s.Transfer).WithMany().HasForeignKey(s => s.TransferId).OnDelete(DeleteBehavior.Restrict);
        shares.HasOne<Directory.Company>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        shares.HasOne<FeePayment>().WithMany().HasForeignKey(s => s.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayerAccount> accounts)
    {
        accounts.ToTable("payer_accounts");
        accounts.IsOfFirm("Rachunki, z których płaci firma", a => a.CompanyId).Names(a => a.ConfirmedBy);
        accounts.HasKey(a => new { a.Account, a.CompanyId });
        accounts.Property(a => a.Account).HasMaxLength(LongestAccount);
        accounts.HasIndex(a => a.CompanyId);
        accounts.HasIndex(a => a.TransferId);
        accounts.HasOne<Directory.Company>().WithMany().HasForeignKey(a => a.CompanyId).OnDelete(DeleteBehavior.Restrict);
        accounts.HasOne<User>().WithMany().HasForeignKey(a => a.ConfirmedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CsvLayout> layouts)
    {
        layouts.ToTable("bank_csv_layouts");
        layouts.IsNotPersonal(l => new { l.Fingerprint, l.Columns }).Names(l => l.ChangedBy);
        layouts.HasKey(l => l.Fingerprint);
        layouts.Property(l => l.Fingerprint).HasMaxLength(64);
        layouts.Property(l => l.Columns).HasMaxLength(200);
        layouts.HasOne<User>().WithMany().HasForeignKey(l => l.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
