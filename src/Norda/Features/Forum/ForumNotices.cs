using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum;

public static class ForumNotices
{
    public static readonly NotificationKind Replied = new("forum-reply", "Odpowiedzi w moich rozmowach na forum", "message", NotificationChannel.Daily) { Requires = (Resource.Forum, Act.Read) };
    public static readonly NotificationKind Mentioned = new("forum-mention", "Gdy ktoś zwraca się do mnie na forum", "message", NotificationChannel.MailNow) { Requires = (Resource.Forum, Act.Read) };
    public static readonly NotificationKind Moderated = new("forum-moderated", "Decyzje o moich wpisach na forum", "system", NotificationChannel.MailNow) { Requires = (Resource.Forum, Act.Read) };
}
