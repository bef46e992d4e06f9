import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PageHeader } from '../../components/page-header';

const FACTS = {
  title: 'The Harbour Courier',
  authors: ['Ada Marsh'],
  siteName: 'The Harbour Courier',
  publishedAt: '2026-04-01T23:30:00-05:00',
  modifiedAt: null,
  section: 'News',
};

afterEach(cleanup);

describe('PageHeader', () => {
  it('tells who wrote a story and when, in words that the day of its publisher is in', () => {
    const { container } = render(<PageHeader facts={FACTS} host="courier.example" recognised paywalled />);
    expect(container.querySelector('time')?.dateTime).toBe(FACTS.publishedAt);
    expect(container.querySelector('.byline')).not.toBeNull();
  });

  it('has neither author nor date for a front page', () => {
    const { container } = render(
      <PageHeader facts={FACTS} host="courier.example" recognised={false} tellsStory={false} paywalled />,
    );
    expect(container.querySelector('time,.byline')).toBeNull();
    expect(container.textContent).toContain('The Harbour Courier');
    expect(container.querySelectorAll('.meta')).toHaveLength(0);
  });
});
