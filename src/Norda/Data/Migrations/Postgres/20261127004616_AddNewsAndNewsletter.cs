using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddNewsAndNewsletter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "forum_attachments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    topic_id = table.Column<int>(type: "integer", nullable: true),
                    reply_id = table.Column<int>(type: "integer", nullable: true),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_attachments", x => x.id);
                    table.ForeignKey(name: "fk_forum_attachments_forum_reply_reply_id", column: x => x.reply_id, principalTable: "forum_replies", principalColumn: "id", onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(name: "fk_forum_attachments_forum_topic_topic_id", column: x => x.topic_id, principalTable: "forum_topics", principalColumn: "id", onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(name: "fk_forum_attachments_users_user_id", column: x => x.user_id, principalTable: "users", principalColumn: "id", onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(name: "ix_forum_attachments_reply_id", table: "forum_attachments", column: "reply_id");
            migrationBuilder.CreateIndex(name: "ix_forum_attachments_topic_id", table: "forum_attachments", column: "topic_id");
            migrationBuilder.CreateIndex(name: "ix_forum_attachments_user_id", table: "forum_attachments", column: "user_id");

            migrationBuilder.CreateTable(
                name: "mail_holds",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: true),
                    soft_bounces = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_bounce_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    last_mail_id = table.Column<int>(type: "integer", nullable: false),
                    held_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    lifted_by = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_holds", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "news_posts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    content = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    picture_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    picture_alt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    picture_width = table.Column<int>(type: "integer", nullable: true),
                    picture_height = table.Column<int>(type: "integer", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    is_pinned = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_posts_stored_files_picture_id",
                        column: x => x.picture_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_news_posts_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "newsletters",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    intro = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    items = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    started_by = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    recipients = table.Column<int>(type: "integer", nullable: false),
                    queued = table.Column<int>(type: "integer", nullable: false),
                    last_user_id = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletters", x => x.id);
                    table.ForeignKey(
                        name: "fk_newsletters_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_newsletters_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mail_holds_held_at",
                table: "mail_holds",
                column: "held_at");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_created_by",
                table: "news_posts",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_picture_id",
                table: "news_posts",
                column: "picture_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_published_at",
                table: "news_posts",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_slug",
                table: "news_posts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_created_by",
                table: "newsletters",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_finished_at_started_at",
                table: "newsletters",
                columns: new[] { "finished_at", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_started_by",
                table: "newsletters",
                column: "started_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "forum_attachments");

            migrationBuilder.DropTable(
                name: "mail_holds");

            migrationBuilder.DropTable(
                name: "news_posts");

            migrationBuilder.DropTable(
                name: "newsletters");
        }
    }
}
