using Norda.Platform.Contributions;

namespace Norda.Features.Accounts;

/// <summary>Of what people are told who have an account.</summary>
public static class AccountNotices
{
    public static readonly NotificationKind JoinDecided = new("join-decided", "Prośby o dołączenie do firmy", "system", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly NotificationKind InvitationAccepted = new("invitation-accepted", "Przyjęte zaproszenia", "system", NotificationChannel.InApp);
}
