using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications;

/// <summary>What one person was told. Rows come from <see cref="Notifier"/> alone.</summary>
public class UserNotification
{
    public int Id { get; private set; }
    public int UserId { get; init; }
    public required string Title { get; init; }
    public string? Message { get; init; }

    /// <summary>news, system, message or event.</summary>
    public required string NotificationType { get; init; }

    public string? RelatedType { get; init; }
    public int? RelatedId { get; init; }
    public bool IsRead { get; set; }
    public DateTime? ReadAt { get; set; }
    public string? ActionUrl { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Name of its <see cref="NotificationKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The happening: once per person.</summary>
    public required string UniqueKey { get; init; }

    /// <summary>MailNow, Daily or Weekly, as it was when the person was told; null: no mail.</summary>
    public NotificationChannel? MailChannel { get; set; }

    /// <summary>When it went into a letter.</summary>
    public DateTime? MailedAt { get; set; }

    /// <summary>Still to be shown by the person's devices.</summary>
    public bool IsPushDue { get; set; }
}

/// <summary>How a person wants to be told of one kind. Who chose nothing has no row.</summary>
public class NotificationPreference
{
    public int UserId { get; init; }
    public required string Kind { get; init; }
    public NotificationChannel Channel { get; set; }
}

/// <summary>Hours in which neither mail nor a device disturbs, by the clock of Warsaw; a night goes past midnight.</summary>
public class QuietHours
{
    public int UserId { get; init; }

    /// <summary>First quiet hour, 0 to 23.</summary>
    public int From { get; set; }

    /// <summary>First hour that is not quiet any more.</summary>
    public int Until { get; set; }
}

/// <summary>A browser that agreed to show notices while no page is open.</summary>
public class PushSubscription
{
    public int Id { get; private set; }
    public int UserId { get; set; }

    /// <summary>Address at the browser's push server; whoever knows it may be asked to deliver.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The browser's public key (P-256) and its secret, Base64Url: what is sent only it can read.</summary>
    public required string P256dh { get; set; }

    public required string Auth { get; set; }
    public string? Browser { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>The keys by which push servers know this site (VAPID): made once, the private one protected.</summary>
public class PushKey
{
    public int Id { get; init; }
    public required string PublicKey { get; init; }
    public required string PrivateKey { get; init; }
    public DateTime CreatedAt { get; init; }
}

public class NotificationMap : IEntityTypeConfiguration<UserNotification>, IEntityTypeConfiguration<NotificationPreference>, IEntityTypeConfiguration<QuietHours>,
    IEntityTypeConfiguration<PushSubscription>, IEntityTypeConfiguration<PushKey>
{
    public const int LongestTitle = 255;
    public const int LongestUrl = 500;
    public const int LongestKind = 50;
    public const int LongestKey = 200;
    public const int LongestEndpoint = 500;

    public void Configure(EntityTypeBuilder<UserNotification> told)
    {
        told.ToTable("user_notifications");
        told.IsPersonal("Powiadomienia", n => n.UserId, WhenErased.Delete).Quotes(n => new { n.Title, n.Message });
        told.IsNotAudited();
        told.Property(n => n.Title).HasMaxLength(LongestTitle);
        told.Property(n => n.NotificationType).HasMaxLength(50);
        told.Property(n => n.RelatedType).HasMaxLength(50);
        told.Property(n => n.ActionUrl).HasMaxLength(LongestUrl);
        told.Property(n => n.Kind).HasMaxLength(LongestKind);
        told.Property(n => n.UniqueKey).HasMaxLength(LongestKey);
        told.Property(n => n.MailChannel).HasConversion<string>().HasMaxLength(10);
        told.HasIndex(n => new { n.UserId, n.IsRead, n.CreatedAt });
        told.HasIndex(n => new { n.UserId, n.UniqueKey }).IsUnique();
        // The clock asks each minute what still goes out: nearly nothing, whatever the table holds.
        told.HasIndex(n => new { n.MailChannel, n.CreatedAt }).HasFilter("mail_channel IS NOT NULL AND mailed_at IS NULL");
        told.HasIndex(n => n.IsPushDue).HasFilter("is_push_due");
        // No foreign key: rows come from a select over users, and its check, row by row, was a quarter of what telling everybody costs.
    }

    public void Configure(EntityTypeBuilder<NotificationPreference> choices)
    {
        choices.ToTable("notification_preferences");
        choices.IsPersonal("Wybór powiadomień", c => c.UserId, WhenErased.Delete);
        choices.IsNotAudited();
        choices.HasKey(c => new { c.UserId, c.Kind });
        choices.Property(c => c.Kind).HasMaxLength(LongestKind);
        choices.Property(c => c.Channel).HasConversion<string>().HasMaxLength(10);
        choices.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<QuietHours> quiet)
    {
        quiet.ToTable("notification_quiet_hours");
        quiet.IsPersonal("Godziny ciszy", q => q.UserId, WhenErased.Delete);
        quiet.IsNotAudited();
        quiet.HasKey(q => q.UserId);
        quiet.Property(q => q.UserId).ValueGeneratedNever();
        quiet.Property(q => q.From).HasColumnName("quiet_from");
        quiet.Property(q => q.Until).HasColumnName("quiet_until");
        quiet.HasOne<User>().WithMany().HasForeignKey(q => q.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PushSubscription> devices)
    {
        devices.ToTable("push_subscriptions");
        devices.IsPersonal("Przeglądarki z powiadomieniami", d => d.UserId, WhenErased.Delete).Hides(d => d.Auth);
        devices.IsNotAudited();
        devices.Property(d => d.Endpoint).HasMaxLength(LongestEndpoint);
        devices.Property(d => d.P256dh).HasMaxLength(100);
        devices.Property(d => d.Auth).HasMaxLength(50);
        devices.Property(d => d.Browser).HasMaxLength(UserSessionMap.LongestBrowser);
        devices.HasIndex(d => d.Endpoint).IsUnique();
        devices.HasIndex(d => d.UserId);
        devices.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PushKey> keys)
    {
        keys.IsNotPersonal(k => k.PublicKey).Hides(k => k.PrivateKey);
        keys.ToTable("push_keys");
        keys.IsNotAudited();
        keys.Property(k => k.Id).ValueGeneratedNever();
        keys.Property(k => k.PublicKey).HasMaxLength(100);
        keys.Property(k => k.PrivateKey).HasMaxLength(1000);
    }
}
