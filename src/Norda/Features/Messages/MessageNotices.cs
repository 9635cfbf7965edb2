using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages;

public static class MessageNotices
{
    public static readonly NotificationKind Received = new("message-received", "Wiadomości do mnie i do mojej firmy", "message", NotificationChannel.MailNow) { Requires = (Resource.Message, Act.Read) };
}
