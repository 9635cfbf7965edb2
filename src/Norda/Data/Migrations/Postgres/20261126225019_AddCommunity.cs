using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddCommunity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "mail_outbox",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "classifieds",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: true),
                    listing_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    category = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    budget_info = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    location_info = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    views_count = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    is_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    search_text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    reminded_of = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_by = table.Column<int>(type: "integer", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    once = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classifieds", x => x.id);
                    table.ForeignKey(
                        name: "fk_classifieds_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_classifieds_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_classifieds_users_hidden_by",
                        column: x => x.hidden_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_categories",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sort_order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forum_drafts",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_drafts", x => new { x.user_id, x.topic_id });
                    table.ForeignKey(
                        name: "fk_forum_drafts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forum_feeds",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_feeds", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_forum_feeds_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_blocks",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    blocked_id = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_blocks", x => new { x.user_id, x.blocked_id });
                    table.ForeignKey(
                        name: "fk_message_blocks_users_blocked_id",
                        column: x => x.blocked_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_blocks_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_threads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: true),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    started_by = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    last_message_id = table.Column<int>(type: "integer", nullable: false),
                    last_message_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_threads", x => x.id);
                    table.ForeignKey(
                        name: "fk_message_threads_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_threads_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "classified_photos",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    alt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classified_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_classified_photos_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_classified_photos_stored_file_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "classified_views",
                columns: table => new
                {
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classified_views", x => new { x.classified_id, x.user_id, x.day });
                    table.ForeignKey(
                        name: "fk_classified_views_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_classified_views_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "introductions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    answered_by = table.Column<int>(type: "integer", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    outcome_asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    author_says = table.Column<bool>(type: "boolean", nullable: true),
                    firm_says = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_introductions", x => x.id);
                    table.ForeignKey(
                        name: "fk_introductions_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_introductions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_introductions_users_answered_by",
                        column: x => x.answered_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_topics",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    category_id = table.Column<int>(type: "integer", nullable: false),
                    is_pinned = table.Column<bool>(type: "boolean", nullable: false),
                    is_locked = table.Column<bool>(type: "boolean", nullable: false),
                    views_count = table.Column<int>(type: "integer", nullable: false),
                    last_reply_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    replies_count = table.Column<int>(type: "integer", nullable: false),
                    solved_reply_id = table.Column<int>(type: "integer", nullable: true),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_by = table.Column<int>(type: "integer", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_topics", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_topics_forum_category_category_id",
                        column: x => x.category_id,
                        principalTable: "forum_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_topics_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_topics_users_hidden_by",
                        column: x => x.hidden_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_participants",
                columns: table => new
                {
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    is_firm = table.Column<bool>(type: "boolean", nullable: false),
                    last_read_id = table.Column<int>(type: "integer", nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    deleted_up_to = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_participants", x => new { x.thread_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_message_participants_message_threads_thread_id",
                        column: x => x.thread_id,
                        principalTable: "message_threads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_participants_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "private_messages",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sender_id = table.Column<int>(type: "integer", nullable: false),
                    recipient_id = table.Column<int>(type: "integer", nullable: true),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    is_read = table.Column<bool>(type: "boolean", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    parent_id = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    thread_id = table.Column<int>(type: "integer", nullable: false),
                    from_firm = table.Column<bool>(type: "boolean", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    removed_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    client_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_private_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_private_messages_message_threads_thread_id",
                        column: x => x.thread_id,
                        principalTable: "message_threads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_private_messages_private_messages_parent_id",
                        column: x => x.parent_id,
                        principalTable: "private_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_private_messages_users_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_private_messages_users_sender_id",
                        column: x => x.sender_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "business_thanks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_company_id = table.Column<int>(type: "integer", nullable: false),
                    to_company_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    introduction_id = table.Column<int>(type: "integer", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    once = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_business_thanks", x => x.id);
                    table.ForeignKey(
                        name: "fk_business_thanks_companies_from_company_id",
                        column: x => x.from_company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_business_thanks_companies_to_company_id",
                        column: x => x.to_company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_business_thanks_introductions_introduction_id",
                        column: x => x.introduction_id,
                        principalTable: "introductions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_business_thanks_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_follows",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    is_muted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_follows", x => new { x.user_id, x.topic_id });
                    table.ForeignKey(
                        name: "fk_forum_follows_forum_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "forum_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_follows_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forum_replies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_by = table.Column<int>(type: "integer", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_replies", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_replies_forum_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "forum_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_replies_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_replies_users_hidden_by",
                        column: x => x.hidden_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_visits",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    read_up_to = table.Column<int>(type: "integer", nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_visits", x => new { x.user_id, x.topic_id });
                    table.ForeignKey(
                        name: "fk_forum_visits_forum_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "forum_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_visits_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_attachments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_message_attachments_private_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "private_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_attachments_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_edits",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    topic_id = table.Column<int>(type: "integer", nullable: true),
                    reply_id = table.Column<int>(type: "integer", nullable: true),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_edits", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_edits_forum_replies_reply_id",
                        column: x => x.reply_id,
                        principalTable: "forum_replies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_edits_forum_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "forum_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_edits_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_author_id_once",
                table: "business_thanks",
                columns: new[] { "author_id", "once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_created_at",
                table: "business_thanks",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_from_company_id_introduction_id",
                table: "business_thanks",
                columns: new[] { "from_company_id", "introduction_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_introduction_id",
                table: "business_thanks",
                column: "introduction_id");

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_to_company_id_created_at",
                table: "business_thanks",
                columns: new[] { "to_company_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_classified_photos_classified_id",
                table: "classified_photos",
                column: "classified_id");

            migrationBuilder.CreateIndex(
                name: "ix_classified_photos_file_id",
                table: "classified_photos",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_classified_views_day",
                table: "classified_views",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_classified_views_user_id",
                table: "classified_views",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_author_id_once",
                table: "classifieds",
                columns: new[] { "author_id", "once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_company_id",
                table: "classifieds",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_expires_at",
                table: "classifieds",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_hidden_by",
                table: "classifieds",
                column: "hidden_by");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_is_active_created_at",
                table: "classifieds",
                columns: new[] { "is_active", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_categories_slug",
                table: "forum_categories",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_edits_reply_id",
                table: "forum_edits",
                column: "reply_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_edits_topic_id",
                table: "forum_edits",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_edits_user_id",
                table: "forum_edits",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_feeds_token_hash",
                table: "forum_feeds",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_follows_topic_id",
                table: "forum_follows",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_replies_author_id",
                table: "forum_replies",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_replies_hidden_by",
                table: "forum_replies",
                column: "hidden_by");

            migrationBuilder.CreateIndex(
                name: "ix_forum_replies_topic_id_id",
                table: "forum_replies",
                columns: new[] { "topic_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_topics_author_id",
                table: "forum_topics",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_topics_category_id_last_reply_at",
                table: "forum_topics",
                columns: new[] { "category_id", "last_reply_at" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_topics_hidden_by",
                table: "forum_topics",
                column: "hidden_by");

            migrationBuilder.CreateIndex(
                name: "ix_forum_topics_is_pinned_last_reply_at",
                table: "forum_topics",
                columns: new[] { "is_pinned", "last_reply_at" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_visits_topic_id",
                table: "forum_visits",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_introductions_answered_by",
                table: "introductions",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_introductions_classified_id_company_id",
                table: "introductions",
                columns: new[] { "classified_id", "company_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_introductions_classified_id_slot",
                table: "introductions",
                columns: new[] { "classified_id", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_introductions_company_id_asked_at",
                table: "introductions",
                columns: new[] { "company_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_introductions_status_answered_at",
                table: "introductions",
                columns: new[] { "status", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_message_attachments_message_id",
                table: "message_attachments",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_attachments_user_id",
                table: "message_attachments",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_blocks_blocked_id",
                table: "message_blocks",
                column: "blocked_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_participants_user_id",
                table: "message_participants",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_threads_company_id_last_message_at",
                table: "message_threads",
                columns: new[] { "company_id", "last_message_at" });

            migrationBuilder.CreateIndex(
                name: "ix_message_threads_started_by_created_at",
                table: "message_threads",
                columns: new[] { "started_by", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_private_messages_parent_id",
                table: "private_messages",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_private_messages_recipient_id",
                table: "private_messages",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_private_messages_sender_id_client_key",
                table: "private_messages",
                columns: new[] { "sender_id", "client_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_private_messages_thread_id_id",
                table: "private_messages",
                columns: new[] { "thread_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "business_thanks");

            migrationBuilder.DropTable(
                name: "classified_photos");

            migrationBuilder.DropTable(
                name: "classified_views");

            migrationBuilder.DropTable(
                name: "forum_drafts");

            migrationBuilder.DropTable(
                name: "forum_edits");

            migrationBuilder.DropTable(
                name: "forum_feeds");

            migrationBuilder.DropTable(
                name: "forum_follows");

            migrationBuilder.DropTable(
                name: "forum_visits");

            migrationBuilder.DropTable(
                name: "message_attachments");

            migrationBuilder.DropTable(
                name: "message_blocks");

            migrationBuilder.DropTable(
                name: "message_participants");

            migrationBuilder.DropTable(
                name: "introductions");

            migrationBuilder.DropTable(
                name: "forum_replies");

            migrationBuilder.DropTable(
                name: "private_messages");

            migrationBuilder.DropTable(
                name: "classifieds");

            migrationBuilder.DropTable(
                name: "forum_topics");

            migrationBuilder.DropTable(
                name: "message_threads");

            migrationBuilder.DropTable(
                name: "forum_categories");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "mail_outbox");
        }
    }
}
